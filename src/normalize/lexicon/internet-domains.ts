/**
 * Endings under which anyone registers a name, of two labels; an ending of one label needs no entry. First what
 * stands in front of .cn (kinds and provinces), then whole endings.
 */
export const CN_SECOND_LEVELS = `
ac com edu gov mil net org
bj sh tj cq he sx nm ln jl hl js zj ah fj jx sd ha hb hn gd gx hi sc gz yn xz sn gs qh nx xj tw hk mo
公司 网络
`

export const SUFFIXES = `
com.hk org.hk net.hk edu.hk gov.hk idv.hk 公司.hk com.tw org.tw net.tw edu.tw gov.tw idv.tw game.tw ebiz.tw club.tw
com.mo net.mo org.mo edu.mo gov.mo com.sg edu.sg gov.sg com.my net.my org.my com.au net.au org.au co.nz co.uk org.uk
ac.uk gov.uk co.jp ne.jp or.jp ac.jp go.jp co.kr or.kr ac.kr go.kr co.th or.th in.th co.id or.id com.vn com.ph com.br
co.in co.za com.mx com.tr com.ru com.ua com.pl com.de com.es com.it eu.com us.com uk.com cn.com gb.net com.co
`

/**
 * Free mail and the mail of internet providers: the domain is no evidence, the address is. Their subdomains count
 * as well (vip.163.com).
 */
export const FREE_MAIL_DOMAINS = `
qq.com foxmail.com 163.com 126.com yeah.net 188.com 163.net netease.com 127.net
sina.com sina.cn sina.com.cn sohu.com sogou.com tom.com 21cn.com 21cn.net 263.net 263.com 265.com eyou.com
aliyun.com alibaba.com.cn 139.com 189.cn wo.cn 10086.cn 10000.cn 56.com 35.com china.com chinaren.com etang.com
citiz.net online.sh.cn sh163.net szonline.net public.com cninfo.net public.cn 371.net 163.cn vnet.cn 169.net sn.cn
2980.com wo.com.cn hainan.net chinamail.com elong.com xinhuanet.com peoplemail.com.cn cntv.cn 3126.com
gmail.com googlemail.com hotmail.com hotmail.co.uk outlook.com outlook.cn live.com live.cn msn.com msn.cn yahoo.com
yahoo.cn yahoo.com.cn yahoo.com.hk yahoo.com.tw yahoo.co.jp ymail.com rocketmail.com icloud.com me.com mac.com aol.com
mail.com gmx.com gmx.de protonmail.com proton.me zoho.com yandex.com yandex.ru mail.ru inbox.com naver.com daum.net
hanmail.net pchome.com.tw hinet.net netvigator.com yeah.com qq.cn wecom.work
`

/** Endings and providers misspelt, as pairs: what was typed, what was meant. Whole domains, then endings. */
export const DOMAIN_TYPOS = `
qq.con=qq.com qq.cm=qq.com qq.cpm=qq.com qq.vom=qq.com qq.co=qq.com qq.om=qq.com qq.coom=qq.com qqq.com=qq.com
q.com=qq.com 163.con=163.com 163.cm=163.com 163.co=163.com 163.cpm=163.com 163.vom=163.com 163.om=163.com
126.con=126.com 126.cm=126.com 126.co=126.com 126.om=126.com gmial.com=gmail.com gamil.com=gmail.com
gmai.com=gmail.com gmail.con=gmail.com gmail.cm=gmail.com hotmial.com=hotmail.com hotmai.com=hotmail.com
hotmail.con=hotmail.com outlok.com=outlook.com sina.con=sina.com sian.com=sina.com sohu.con=sohu.com
foxmial.com=foxmail.com foxmai.com=foxmail.com yeah.com=yeah.net
`

export const ENDING_TYPOS =
  'con=com cmo=com ocm=com comn=com coom=com com.c=com.cn comcn=com.cn net.c=net.cn com.con=com'

/** The part before @ that names an office and no person. */
export const ROLE_NAMES = `
info admin administrator office sales sale service services support contact webmaster postmaster hostmaster master
hr hrm job jobs zhaopin recruit career careers market marketing mkt business trade export import finance account
accounts accounting caiwu purchase purchasing buyer order orders invoice fapiao help enquiry inquiry mail email web
public pr press media ir investor investors investorrelations stock zqb zhengquan dsh dmb dshbgs dongmi board secretary
security securities noreply no-reply root hello customer customerservice cs kefu xiaoshou bgs bangongshi company
`

/** Hosts that many firms share; a subdomain or the path is the firm's own (shop12345.taobao.com, weibo.com/abc). */
export const SHARED_HOSTS = `
taobao.com tmall.com 1688.com alibaba.com alibaba.com.cn jd.com jd.hk pinduoduo.com yangkeduo.com suning.com
gome.com.cn dangdang.com amazon.cn amazon.com vip.com aliexpress.com dhgate.com made-in-china.com globalsources.com
hc360.com china.cn b2b.cn huangye88.com 11467.com makepolo.com 58.com 58food.com ganji.com baixing.com 51job.com
zhaopin.com liepin.com zhipin.com lagou.com dianping.com meituan.com ele.me youzan.com koudaitong.com weidian.com
weimob.com wxmall.com weibo.com weibo.cn qq.com wechat.com baidu.com sina.com sina.com.cn sohu.com
163.com ifeng.com toutiao.com douyin.com kuaishou.com xiaohongshu.com bilibili.com zhihu.com douban.com tieba.com
qcc.com qichacha.com tianyancha.com qixin.com aiqicha.com gsxt.gov.cn creditchina.gov.cn cnki.net eastmoney.com
10jqka.com.cn cninfo.com.cn sse.com.cn szse.cn facebook.com linkedin.com instagram.com twitter.com x.com youtube.com
tiktok.com pinterest.com google.com github.io github.com gitee.io wordpress.com blogspot.com wixsite.com wix.com
weebly.com myshopify.com squarespace.com shopify.com notion.site webnode.com jimdo.com jimdofree.com tripod.com
gongchang.com zhaoshang100.com jqw.com nowec.com qy6.com 99114.com cnlinfo.net cn5135.com
ctrip.com qunar.com booking.com elong.com fang.com anjuke.com lianjia.com soufun.com autohome.com.cn yiche.com
`

/** Subdomains that do not stand for a firm of their own: languages, devices, departments of one house. */
export const PLAIN_SUBDOMAINS = `
www m wap mobile web home index portal main new old cn en zh ch chs cht china global hk tw us eu jp shop mall store
item detail mail email ir news blog bbs app h5 b2b crm oa erp hr job jobs zhaopin service support official site mp u
user corp company
`
