"""Simplified and traditional Chinese characters: a reader who types one finds the other.

Only at the query, as other spellings of what is looked for: an article is in one of the two throughout, and the index stays
as it is written. So only common characters are here, one for one. Where a simplified character stands for several
traditional ones (发 for 發 and 髮), it finds each, and each finds it; but 乾 does not find 幹 because both may be 干.

Facts: the General List of Simplified Chinese Characters (簡化字總表, 1986) and the first list of variant characters
(第一批異體字整理表, 1955), compared with Unicode's kTraditionalVariant and OpenCC's table of characters.
"""

from __future__ import annotations

from itertools import islice, product

#: Simplified, and the commonest traditional.
_PAIRS = """
    万萬 与與 专專 业業 丛叢 东東 丝絲 丢丟 两兩 严嚴 丧喪 个個 丰豐 临臨 为為 丽麗 举舉 么麼 义義 乌烏 乐樂 乔喬 习習 乡鄉 书書 买買
    乱亂 争爭 于於 亏虧 云雲 亚亞 产產 亩畝 亲親 亿億 仅僅 从從 仑侖 仓倉 仪儀 们們 价價 众眾 优優 会會 伞傘 伟偉 传傳 伤傷 伦倫 伪偽
    体體 余餘 侠俠 侣侶 侦偵 侧側 侨僑 俩倆 债債 倾傾 偿償 储儲 儿兒 党黨 兰蘭 关關 兴興 兹茲 养養 兽獸 内內 冈岡 册冊 写寫 军軍 农農
    冯馮 冲衝 决決 况況 冻凍 净淨 准準 凉涼 减減 凑湊 几幾 凤鳳 凭憑 凯凱 击擊 凿鑿 划劃 刘劉 则則 刚剛 创創 删刪 别別 剂劑 剑劍 剥剝
    剧劇 劝勸 办辦 务務 动動 励勵 劲勁 劳勞 势勢 勋勳 匀勻 匮匱 区區 医醫 华華 协協 单單 卖賣 卢盧 卫衛 却卻 厂廠 厅廳 历歷 厉厲 压壓
    厌厭 厦廈 厨廚 县縣 参參 双雙 发發 变變 叙敘 叠疊 叶葉 号號 叹嘆 后後 吓嚇 吕呂 吗嗎 吨噸 听聽 启啟 吴吳 员員 呜嗚 咏詠 响響 哑啞
    唤喚 啰囉 喷噴 团團 园園 围圍 国國 图圖 圆圓 圣聖 场場 坏壞 块塊 坚堅 坛壇 坝壩 坞塢 坟墳 坠墜 垄壟 垒壘 垦墾 垫墊 墙牆 壮壯 声聲
    壳殼 处處 备備 复復 够夠 头頭 夸誇 夹夾 夺奪 奋奮 奖獎 奥奧 妆妝 妇婦 妈媽 娄婁 娱娛 婴嬰 孙孫 学學 宁寧 宝寶 实實 宠寵 审審 宪憲
    宫宮 宽寬 宾賓 寝寢 对對 寻尋 导導 寿壽 将將 尔爾 尘塵 尝嘗 尽盡 层層 届屆 属屬 屡屢 屿嶼 岁歲 岂豈 岗崗 岛島 岭嶺 峡峽 币幣 帅帥
    师師 帐帳 帘簾 带帶 帮幫 干幹 并並 广廣 庄莊 庆慶 庐廬 库庫 应應 庙廟 庞龐 废廢 开開 异異 弃棄 张張 弥彌 弯彎 弹彈 强強 归歸 当當
    录錄 彦彥 彻徹 径徑 忆憶 忧憂 怀懷 态態 怜憐 总總 恋戀 恒恆 恶惡 恼惱 悦悅 悬懸 惊驚 惧懼 惨慘 惩懲 惯慣 愤憤 愿願 慑懾 戏戲 战戰
    户戶 扑撲 执執 扩擴 扫掃 扬揚 扰擾 抚撫 抢搶 护護 报報 担擔 拟擬 拥擁 拨撥 择擇 挂掛 挡擋 挤擠 挥揮 损損 捡撿 换換 据據 掳擄 掷擲
    揽攬 搁擱 搂摟 搅攪 携攜 摄攝 摆擺 摇搖 摊攤 撑撐 敌敵 数數 斋齋 斗鬥 斩斬 断斷 无無 旧舊 时時 旷曠 昼晝 显顯 晋晉 晒曬 晓曉 晕暈
    暂暫 术術 机機 杀殺 杂雜 权權 条條 来來 杨楊 杰傑 极極 构構 枢樞 枣棗 枪槍 柜櫃 标標 栈棧 栋棟 栏欄 树樹 样樣 档檔 桥橋 桨槳 梦夢
    检檢 椭橢 楼樓 榄欖 横橫 樱櫻 欢歡 欧歐 歼殲 残殘 毁毀 毕畢 气氣 氢氫 汇匯 汉漢 汤湯 沟溝 没沒 沧滄 沪滬 泪淚 泻瀉 泽澤 洁潔 浅淺
    浊濁 测測 济濟 浏瀏 浑渾 浓濃 涂塗 涌湧 涛濤 润潤 涨漲 渊淵 渐漸 渔漁 渗滲 温溫 游遊 湾灣 湿濕 溃潰 溅濺 滚滾 滞滯 满滿 滤濾 滥濫
    滨濱 滩灘 潜潛 濒瀕 灭滅 灯燈 灵靈 灾災 炉爐 点點 炼煉 烂爛 烛燭 烟煙 烦煩 烧燒 热熱 爱愛 爷爺 牍牘 牵牽 牺犧 状狀 犹猶 狈狽 独獨
    狭狹 狮獅 狱獄 猎獵 猪豬 猫貓 献獻 玛瑪 环環 现現 玺璽 琏璉 琐瑣 琼瓊 瑶瑤 电電 画畫 畅暢 畴疇 疗療 疯瘋 痒癢 瘫癱 瘾癮 皱皺 盏盞
    盐鹽 监監 盖蓋 盗盜 盘盤 睁睜 瞩矚 矫矯 矿礦 码碼 砖磚 础礎 硕碩 确確 碍礙 碱鹼 礼禮 祷禱 祸禍 禄祿 禅禪 离離 种種 积積 称稱 秽穢
    税稅 稳穩 穷窮 窃竊 窍竅 窑窯 窝窩 竖豎 竞競 笔筆 笼籠 筑築 筛篩 筹籌 签簽 简簡 篮籃 篱籬 类類 粤粵 粪糞 粮糧 紧緊 纠糾 红紅 纤纖
    约約 级級 纪紀 纬緯 纯純 纱紗 纲綱 纳納 纵縱 纷紛 纸紙 纹紋 纺紡 纽紐 线線 练練 组組 绅紳 细細 织織 终終 绍紹 绎繹 经經 绑綁 绒絨
    结結 绕繞 绘繪 给給 络絡 绝絕 统統 绣繡 继繼 绩績 绪緒 续續 绳繩 维維 绵綿 综綜 绿綠 缅緬 缆纜 缓緩 缔締 编編 缘緣 缝縫 缠纏 缩縮
    缴繳 罂罌 网網 罗羅 罚罰 罢罷 羡羨 耸聳 聋聾 职職 联聯 聪聰 肃肅 肠腸 肤膚 肾腎 肿腫 胀脹 胁脅 胆膽 胜勝 胶膠 脉脈 脏髒 脑腦 脓膿
    脚腳 脱脫 脸臉 腊臘 腾騰 舰艦 舱艙 艺藝 节節 芜蕪 芦蘆 苍蒼 苏蘇 苹蘋 范範 茎莖 茧繭 荆荊 荐薦 荡蕩 荣榮 药藥 莱萊 莲蓮 获獲 莹瑩
    萝蘿 萤螢 营營 萧蕭 萨薩 葱蔥 蒋蔣 蓝藍 蔼藹 蕴蘊 虏虜 虑慮 虚虛 虫蟲 虽雖 虾蝦 蚀蝕 蚁蟻 蚂螞 蛮蠻 蜡蠟 蝇蠅 蝉蟬 衔銜 补補 衬襯
    袄襖 袭襲 装裝 裤褲 见見 观觀 规規 觅覓 视視 览覽 觉覺 触觸 誉譽 计計 订訂 认認 讨討 让讓 训訓 议議 讯訊 记記 讲講 许許 论論 设設
    访訪 证證 评評 识識 诈詐 诉訴 诊診 词詞 诏詔 译譯 试試 诗詩 诚誠 话話 诞誕 询詢 该該 详詳 语語 误誤 诲誨 说說 诵誦 请請 诸諸 诺諾
    读讀 课課 谁誰 调調 谈談 谊誼 谋謀 谎謊 谐諧 谓謂 谜謎 谢謝 谣謠 谦謙 谨謹 谬謬 谭譚 谱譜 贝貝 贞貞 负負 贡貢 财財 责責 贤賢 败敗
    账賬 货貨 质質 贩販 贪貪 贫貧 贬貶 购購 贮貯 贯貫 贱賤 贴貼 贵貴 贷貸 贸貿 费費 贺賀 贼賊 贾賈 资資 赋賦 赌賭 赏賞 赐賜 赔賠 赖賴
    赚賺 赛賽 赞贊 赠贈 赢贏 赵趙 赶趕 趋趨 跃躍 践踐 踪蹤 车車 轨軌 轩軒 转轉 轮輪 软軟 轰轟 轴軸 轻輕 载載 轿轎 较較 辅輔 辆輛 辈輩
    辉輝 辐輻 辑輯 输輸 辖轄 辞辭 辩辯 边邊 辽遼 达達 迁遷 过過 迈邁 运運 还還 这這 进進 远遠 违違 连連 迟遲 迹跡 适適 选選 逊遜 递遞
    逻邏 遗遺 遥遙 邓鄧 邮郵 邹鄒 邻鄰 郁鬱 郑鄭 酱醬 酿釀 采採 释釋 里裡 鉴鑒 针針 钉釘 钓釣 钝鈍 钟鐘 钠鈉 钢鋼 钥鑰 钩鉤 钱錢 钻鑽
    铀鈾 铁鐵 铃鈴 铅鉛 铜銅 铝鋁 铠鎧 铭銘 银銀 铸鑄 铺鋪 链鏈 销銷 锁鎖 锂鋰 锄鋤 锅鍋 锈鏽 锋鋒 锐銳 错錯 锡錫 锣鑼 锤錘 锥錐 锦錦
    键鍵 锯鋸 锻鍛 镀鍍 镇鎮 镑鎊 镜鏡 镰鐮 镶鑲 长長 门門 闪閃 闭閉 问問 闯闖 闲閒 间間 闵閔 闷悶 闸閘 闹鬧 闻聞 闽閩 阀閥 阁閣 阅閱
    阎閻 阐闡 阔闊 队隊 阳陽 阴陰 阵陣 阶階 际際 陆陸 陈陳 陕陝 陨隕 险險 随隨 隐隱 隶隸 难難 雇僱 雏雛 雾霧 静靜 韦韋 韧韌 韩韓 韵韻
    页頁 顶頂 项項 顺順 须須 顾顧 顿頓 颁頒 颂頌 预預 颅顱 领領 颇頗 颈頸 颊頰 频頻 颖穎 颗顆 题題 颜顏 额額 颠顛 风風 飘飄 飞飛 饥飢
    饭飯 饮飲 饰飾 饱飽 饲飼 饼餅 饿餓 馆館 馈饋 馏餾 馒饅 马馬 驮馱 驰馳 驱驅 驳駁 驴驢 驶駛 驻駐 驾駕 驿驛 骂罵 骄驕 骆駱 验驗 骏駿
    骑騎 骗騙 骚騷 骡騾 骤驟 鱼魚 鲁魯 鲍鮑 鲜鮮 鲤鯉 鲸鯨 鳄鱷 鳗鰻 鳞鱗 鸟鳥 鸡雞 鸣鳴 鸦鴉 鸭鴨 鸽鴿 鸿鴻 鹃鵑 鹅鵝 鹏鵬 鹤鶴 鹰鷹
    麦麥 黄黃 齐齊 齿齒 龄齡 龙龍 龟龜
"""
#: Simplified, and further traditional characters; itself, where it is one of them.
_FURTHER = """
    万万 丑醜 个箇 丰丰 为爲 了瞭 于于 云云 仆僕 仇讎 价价 众衆 伙夥 伪僞 余余 佛彿 佣傭 仿彷 修脩 借藉 僵殭 克剋 党党 冢塚 冬鼕 冲沖
    准准 凄淒悽 凌淩 几几 凶兇 出齣 划划 别彆 刮颳 制製 千韆 升昇陞 卜蔔 占佔 卤滷 卷捲 厘釐 历曆 发髮 只隻祇 台臺檯颱 叶叶 吁籲 合閤
    吊弔 同衕 后后 向嚮 启啓 呆獃 周週賙 咨諮 咸鹹 咽嚥 哄鬨 哗譁 唇脣 喂餵 噪譟 回迴 团糰 困睏 坛罈 复複覆 夸夸 奸姦 姜薑 娘孃 宁甯
    它牠 家傢 尝嚐 尸屍 尽儘 局侷 岩巖 岳嶽 峰峯 巨鉅 布佈 帘帘 席蓆 干干乾 并併 幸倖 床牀 庵菴 弥瀰 弦絃 当噹 彩綵 征徵 御禦 志誌
    念唸 恒恒 恤卹 恶噁 愈癒 愿愿 戚慼 才纔 扎紮 托託 扣釦 折摺 挂挂 挨捱 挽輓 据据 搜蒐 摆襬 斗斗 旋鏇 昆崑 暗闇 曲麴 术朮 朱硃 朴樸
    杆桿 杠槓 杯盃 杰杰 松鬆 板闆 极极 果菓 柜柜 栖棲 栗慄 核覈 梁樑 棱稜 欲慾 毁燬譭 汇彙 污汙 沈瀋 沾霑 泛氾汎 注註 涂涂 涌涌 淀澱
    湿溼 游游 炼鍊 烟菸 熏燻薰 玩翫 症癥 痴癡 皂皁 着著 确确 秋鞦 种种 秘祕 穗繐 筑筑 签籤 粽糉 糊餬 系係繫 累纍 纤縴 线綫 群羣 背揹
    胜胜 胡鬍 脏臟 腊腊 致緻 舍捨 苏甦囌 苹苹 范范 荐荐 荡盪 药葯 获穫 蒙濛矇懞 蔑衊 藤籐 虫虫 蜡蜡 蝎蠍 衅釁 表錶 证証 谷穀 豆荳
    象像 赞讚 辟闢 迹蹟 适适 郁郁 采采 里里裏 鉴鑑 钟鍾 链鍊 闲閑 雕鵰 霉黴 面麵麪 须鬚 饥饑
"""
#: Traditional characters that are the same one, written in two ways.
_SAME = """
    為爲 眾衆 偽僞 啟啓 峰峯 床牀 恆恒 濕溼 污汙 祕秘 線綫 群羣 裡裏 證証 跡蹟 鑒鑑 閒閑 麵麪 臺台 癡痴 湧涌 掛挂 棲栖 脣唇 粽糉 皁皂
"""
#: So many spellings of one text, the commonest first, are enough to mark it.
_MOST = 64

Options = dict[str, tuple[str, ...]]


def _tables() -> tuple[Options, Options]:
    """What each traditional character may be in simplified texts, and each other one in traditional texts."""
    traditional: Options = {}
    simplified: Options = {}
    for plain, full in map(tuple, _PAIRS.split()):
        traditional[plain], simplified[full] = (full,), (plain,)
    for plain, *others in map(tuple, _FURTHER.split()):
        traditional[plain] = tuple(dict.fromkeys((*traditional.get(plain, plain), *others)))
        for full in others:
            simplified[full] = tuple(dict.fromkeys((*simplified.get(full, ()), plain, full)))
    for same in _SAME.split():
        for one in same:
            traditional[one] = tuple(dict.fromkeys((*traditional.get(one, one), *same)))
    return simplified, traditional


_SIMPLIFIED, _TRADITIONAL = _tables()


def spellings(text: str) -> tuple[str, ...]:
    """The text itself, then in simplified and in traditional characters, where they differ; of the same length, at most 64 and one."""
    every = [text]
    for options in (_SIMPLIFIED, _TRADITIONAL):
        if not options.keys().isdisjoint(text):
            letters = [options.get(letter, (letter,)) for letter in text]
            every += map("".join, islice(product(*letters), _MOST // 2))
    return tuple(dict.fromkeys(every))
