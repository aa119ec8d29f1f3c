import Sheets
import Testing

/// Traditional texts are written in traditional characters.
@Suite struct ScriptTests {
    /// Common characters that only simplified script has, each with another form in traditional script.
    private static let simplified: Set<Character> = Set(
        """
        万与专业东丝丢两严丧个临为丽举义乌乐乔习乡书买乱争亏亚产亩亲亿仅从仑仓仪们价众优伙会伞伟传
        伤伦伪体侠侦侧侨俩债倾偿储儿兑兰关兴养兽内册写军农冯决况冻净减凑凤凭凯击则刚创删别剂剑剧劝
        办务动励劲劳势勋区医华协单卖卢卫却厂厅历厉压厌县参双发变叙号叹吓吗听启吴员响哑唤啸团园围国
        图圆圣场坏块坚坛坝坟垄垒垦壮声壳处备复够头夹夺奋奖妆妇妈娱婴学宁宝实宠审宪宫宽宾对寻导寿将
        尔尘尝层届属岁岂岗岛岭峡币帅师帐带帮庄庆库应庙废开异弃张弥弯弹强归录彻径忆忧怀态怜总恋恳恶
        恼悬惊惧惨惩惯愤愿戏战户扑执扩扫扬扰抚抛抢护报担拟拥择挂挡挣挥损换据摄摆摇敌数斋断无旧时旷
        显晋晓暂术机杀杂权条来杨极构枢枪柜标栋栏树样档桥梦检楼欢欧歼残毁毕毙气汇汉汤沟没沪泪泽洁洒
        测济浏浓涛润涨渐渔温湾湿滚滞满滥滨灭灯灵灾炉点炼烂烦烧热爱爷牵犹独狭狮猎献玛环现琐电画畅疗
        痒瘾盐监盖盘睁矫矿码砖础确碍礼祸离种积称税稳穷窃竞笔签简类粮紧纠红约级纪纯纲纳纵纷纸纹线练
        组细织终绍经结给络绝统继绩绪续维综绿缓编缘缩缴网罗罚罢职联聪肃肠肤胁胜脉脑脚脱脸舰艺节荐荣
        药获营萨蓝虑虚虽蚁蛮衔补袭装见观规视览觉触誉计订认讨让训议讯记讲许论设访证评识诉诊词译试诚
        话询该详语误说请诸读课谁调谈谋谢谱贝负财责败货质购贯贴贵贸费资赋赏赔赖赛赞赢赵趋跃践车转轮
        软轻载较辆辑输辞边达迁过运还这进远违连迟适选递逻遗邮邻郑释鉴针钟钢钱铁银链销锁错键镇镜长门
        闭问闲间闻阅阔队阳阴阶际陆陈险随隐难雾静韩页顶项顺须顾顿预领频题额风飞饭饮馆马驱驳驻验骗鱼
        鲜鸟鸡鸣麦黄齐齿龄龙龟
        """.filter { !$0.isWhitespace })

    @Test func theListIsLongEnough() {
        #expect(Self.simplified.count >= 300)
    }

    @Test func noSimplifiedCharacterIsLeft() throws {
        let catalogues = try Catalogues(folder: Fixture.folder, areas: Fixture.areas)
        for (area, keys) in catalogues.texts {
            for (key, texts) in keys {
                let left = (texts[.zhHant] ?? "").filter(Self.simplified.contains)
                #expect(left.isEmpty, "\(area).\(key): \(left)")
            }
        }
    }

    /// The list is of use: most simplified texts are caught by it.
    @Test func simplifiedTextsWouldBeFound() throws {
        let words = try Fixture.words(.zhHans)
        let texts = RefusalPhrase.allCases.map { words($0) }
        let caught = texts.count { $0.contains(where: Self.simplified.contains) }
        #expect(caught * 10 > texts.count * 9)
    }

    /// Reconsideration is written with the character of "again".
    @Test func reconsiderationIsWrittenRight() throws {
        let catalogues = try Catalogues(folder: Fixture.folder, areas: Fixture.areas)
        let texts = catalogues.texts.values.flatMap { $0.values.flatMap(\.values) }
        #expect(!texts.contains { $0.contains("\u{8907}\u{8B70}") })
    }

    /// The mainland's words of law in traditional script, not those of another region.
    @Test(arguments: ["程式", "資訊", "網路", "帳號"])
    func wordsAreThoseOfTheLaw(foreign: String) throws {
        let catalogues = try Catalogues(folder: Fixture.folder, areas: Fixture.areas)
        let texts = catalogues.texts.values.flatMap { $0.values.compactMap { $0[.zhHant] } }
        #expect(!texts.contains { $0.contains(foreign) })
    }
}
