<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActorWork</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>每 %1 一条</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>共 %1 条</translation>
    </message>
    <message>
        <source>delayed %1</source>
        <translation>延时 %1</translation>
    </message>
    <message>
        <source>%1 workers</source>
        <translation>%1 个工作者</translation>
    </message>
    <message>
        <source>batches of %1</source>
        <translation>每批 %1 条</translation>
    </message>
    <message>
        <source>about %1 each</source>
        <translation>每条约 %1</translation>
    </message>
    <message>
        <source>%1 to %2 each</source>
        <translation>每条 %1 至 %2</translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation>每条 %1</translation>
    </message>
    <message>
        <source>%1 % crash</source>
        <translation>%1 % 崩溃</translation>
    </message>
    <message>
        <source>%1 % forget to delete</source>
        <translation>%1 % 忘记删除</translation>
    </message>
    <message>
        <source>fails on some</source>
        <translation>部分消息处理失败</translation>
    </message>
    <message>
        <source>answers %1</source>
        <translation>应答 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>stopped · %1</source>
        <translation>已停止 · %1</translation>
    </message>
    <message>
        <source>Producer</source>
        <translation>生产者</translation>
    </message>
    <message>
        <source>Consumer</source>
        <translation>消费者</translation>
    </message>
    <message>
        <source>HTTP receiver</source>
        <translation>HTTP 接收端</translation>
    </message>
    <message>
        <source>chooses by tags</source>
        <translation>按标签过滤</translation>
    </message>
    <message>
        <source>chooses by routing keys</source>
        <translation>按路由键匹配</translation>
    </message>
    <message>
        <source>nobody answers here</source>
        <translation>此处无人应答</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>Folder for the messages of the local broker</source>
        <translation>选择本地服务保存消息的文件夹</translation>
    </message>
    <message>
        <source>The store was damaged. What could be read was saved, and the damaged file was kept beside it.</source>
        <translation>存储已损坏。可读取的内容已保存，损坏的文件保留在原处。</translation>
    </message>
    <message>
        <source>The scenario cannot begin.</source>
        <translation>场景无法开始。</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>全选(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>增加(&amp;S)</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>减少(&amp;D)</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>Remotes</name>
    <message>
        <source>Not encrypted</source>
        <translation>未加密</translation>
    </message>
    <message>
        <source>Open %1 without encryption?</source>
        <translation>以不加密的方式打开 %1？</translation>
    </message>
    <message>
        <source>Its address begins with http://, so whoever is between this computer and the endpoint can read and change the messages, and repeat requests. The key itself is never sent.</source>
        <translation>它的地址以 http:// 开头，因此本机与服务端之间的任何人都能读取和篡改消息，并重放请求。密钥本身从不发送。</translation>
    </message>
    <message>
        <source>This is asked once for this address.</source>
        <translation>对这个地址只询问这一次。</translation>
    </message>
    <message>
        <source>Open without encryption</source>
        <translation>仍然打开</translation>
    </message>
    <message>
        <source>This desktop offers no keyring, so the key stays in memory and is asked for again after the next start.</source>
        <translation>此桌面没有可用的密钥环，密钥只保存在内存中，下次启动后需要重新输入。</translation>
    </message>
</context>
<context>
    <name>SignatureReason</name>
    <message>
        <source>the values were encoded before signing; sign the raw values</source>
        <translation>签名前对参数值做了编码；应对原始值签名</translation>
    </message>
    <message>
        <source>the request was signed as GET and sent as POST</source>
        <translation>按 GET 签名，却以 POST 发送</translation>
    </message>
    <message>
        <source>the request was signed as POST and sent as GET</source>
        <translation>按 POST 签名，却以 GET 发送</translation>
    </message>
    <message>
        <source>the HTTP method was left out of the string to sign</source>
        <translation>签名串中缺少 HTTP 方法</translation>
    </message>
    <message>
        <source>the scheme was signed; the string to sign has the host alone</source>
        <translation>签名串中带了协议名；其中只应有主机</translation>
    </message>
    <message>
        <source>the port of the Host header was not signed</source>
        <translation>Host 头中的端口没有签入</translation>
    </message>
    <message>
        <source>the path was not signed</source>
        <translation>路径没有签入</translation>
    </message>
    <message>
        <source>the path was signed as /</source>
        <translation>路径按 / 签名</translation>
    </message>
    <message>
        <source>the question mark between path and parameters is missing</source>
        <translation>路径与参数之间缺少问号</translation>
    </message>
    <message>
        <source>the parameters were sorted without regard to case; upper case comes before lower case</source>
        <translation>参数排序时忽略了大小写；大写字母应排在小写字母之前</translation>
    </message>
    <message>
        <source>the _ in a parameter&apos;s name was not replaced by . before signing</source>
        <translation>签名前没有把参数名中的 _ 替换为 .</translation>
    </message>
    <message>
        <source>the request says HmacSHA1, but it was signed with HmacSHA256</source>
        <translation>请求声明的是 HmacSHA1，却用 HmacSHA256 签名</translation>
    </message>
    <message>
        <source>the request says HmacSHA256, but it was signed with HmacSHA1</source>
        <translation>请求声明的是 HmacSHA256，却用 HmacSHA1 签名</translation>
    </message>
    <message>
        <source>no common mistake explains it: compare the string to sign byte by byte, then the secret key</source>
        <translation>不是常见的错误：请逐字节比较签名串，再检查 SecretKey</translation>
    </message>
    <message>
        <source>the signature is right</source>
        <translation>签名正确</translation>
    </message>
    <message>
        <source>the SecretId is not known here</source>
        <translation>此处没有这个 SecretId</translation>
    </message>
    <message>
        <source>there is no Signature</source>
        <translation>缺少 Signature 参数</translation>
    </message>
</context>
<context>
    <name>StageText</name>
    <message>
        <source>Producer</source>
        <translation>生产者</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Consumer</source>
        <translation>消费者</translation>
    </message>
    <message>
        <source>HTTP receiver</source>
        <translation>HTTP 接收端</translation>
    </message>
    <message>
        <source>Dead-letter queue</source>
        <translation>死信队列</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>to be delivered: %1</source>
        <translation>待投递：%1</translation>
    </message>
    <message>
        <source>Message %1 in %2</source>
        <translation>消息 %1，位于 %2</translation>
    </message>
    <message>
        <source>in the hands of %1</source>
        <translation>由 %1 持有</translation>
    </message>
    <message numerus="yes">
        <source>received %n time(s)</source>
        <translation>
            <numerusform>已接收 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>for another %1</source>
        <translation>还剩 %1</translation>
    </message>
</context>
<context>
    <name>ui::AboutDialog</name>
    <message>
        <source>About CMQ Console</source>
        <translation>关于 CMQ Console</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>A desktop console for CMQ with a durable broker of its own. Free software under the GNU General Public License, version 3 or later. The icons are Bootstrap Icons, under the MIT licence.</source>
        <translation>CMQ 桌面控制台，自带持久化的消息服务。自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。图标来自 Bootstrap Icons，遵循 MIT 许可证。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ui::ActivityPanel</name>
    <message>
        <source>Activity</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Filter by object</source>
        <translation>按对象筛选</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>导出为 CSV…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>还没有操作</translation>
    </message>
    <message>
        <source>What this console changes, sends or receives stands here, without the bodies of messages.</source>
        <translation>本控制台的修改、发送和接收都记录在这里，不含消息正文。</translation>
    </message>
    <message>
        <source>Write what stands here into a file</source>
        <translation>将这里的内容写入文件</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>还没有操作。</translation>
    </message>
    <message>
        <source>Export the activity</source>
        <translation>导出操作记录</translation>
    </message>
    <message>
        <source>The activity was exported.</source>
        <translation>操作记录已导出。</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>无法写入文件。</translation>
    </message>
</context>
<context>
    <name>ui::ActivityTable</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>How often in a row</source>
        <translation>连续执行的次数</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>返回码</translation>
    </message>
    <message>
        <source>CMQ&apos;s code; 0 is success</source>
        <translation>CMQ 返回码；0 表示成功</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>done</source>
        <translation>成功</translation>
    </message>
</context>
<context>
    <name>ui::ActorCard</name>
    <message>
        <source>Actors</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
</context>
<context>
    <name>ui::ActorDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>工作者数量</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新建：%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>工作中</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Sends to</source>
        <translation>发送到</translation>
    </message>
    <message>
        <source>Messages a second</source>
        <translation>每秒消息数</translation>
    </message>
    <message>
        <source>Message body</source>
        <translation>消息正文</translation>
    </message>
    <message>
        <source>${n} stands for the number of the message</source>
        <translation>${n} 代表消息的序号</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>消息总数</translation>
    </message>
    <message>
        <source>0: without end</source>
        <translation>0：不限</translation>
    </message>
    <message>
        <source>Fill bodies up to (bytes)</source>
        <translation>正文补足到（字节）</translation>
    </message>
    <message>
        <source>0: as they are</source>
        <translation>0：不补足</translation>
    </message>
    <message>
        <source>Delay (seconds)</source>
        <translation>延时（秒）</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>For topics; separated by commas</source>
        <translation>用于主题；以逗号分隔</translation>
    </message>
    <message>
        <source>Routing key</source>
        <translation>路由键</translation>
    </message>
    <message>
        <source>For topics that choose by routing keys</source>
        <translation>用于按路由键匹配的主题</translation>
    </message>
    <message>
        <source>Receives from</source>
        <translation>接收自</translation>
    </message>
    <message>
        <source>Messages at a time</source>
        <translation>每次接收条数</translation>
    </message>
    <message>
        <source>Long-polling wait (seconds)</source>
        <translation>长轮询等待时间（秒）</translation>
    </message>
    <message>
        <source>Handling takes from (seconds)</source>
        <translation>处理耗时，最短（秒）</translation>
    </message>
    <message>
        <source>… to (seconds)</source>
        <translation>最长（秒）</translation>
    </message>
    <message>
        <source>Longer than the visibility timeout, and the message is received again</source>
        <translation>超过取出消息隐藏时长，消息就会被再次接收</translation>
    </message>
    <message>
        <source>Crashes at work (%)</source>
        <translation>处理中崩溃（%）</translation>
    </message>
    <message>
        <source>Forgets to delete (%)</source>
        <translation>忘记删除（%）</translation>
    </message>
    <message>
        <source>Does nothing twice (idempotent)</source>
        <translation>同一消息只生效一次（幂等）</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>That of a subscription; nothing leaves the sandbox</source>
        <translation>订阅的地址；任何请求都不会离开沙盒</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>3x500, 200: three times 500, then 200 for ever</source>
        <translation>3x500, 200：先应答三次 500，之后一直是 200</translation>
    </message>
    <message>
        <source>Takes (milliseconds)</source>
        <translation>应答耗时（毫秒）</translation>
    </message>
    <message>
        <source>It needs a name.</source>
        <translation>需要一个名称。</translation>
    </message>
    <message>
        <source>There is one of this name.</source>
        <translation>已有同名者。</translation>
    </message>
    <message>
        <source>There is no queue yet.</source>
        <translation>还没有队列。</translation>
    </message>
    <message>
        <source>http://host/path or https://host/path, please.</source>
        <translation>请填写 http://主机/路径 或 https://主机/路径。</translation>
    </message>
    <message>
        <source>Such as 3x500, 200</source>
        <translation>例如 3x500, 200</translation>
    </message>
    <message>
        <source>It needs a URL.</source>
        <translation>需要一个 URL。</translation>
    </message>
    <message>
        <source>The answers are not clear.</source>
        <translation>应答的写法无法识别。</translation>
    </message>
</context>
<context>
    <name>ui::AlarmDialog</name>
    <message>
        <source> s</source>
        <comment>unit: seconds</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <source> B</source>
        <comment>unit: bytes</comment>
        <translation> B</translation>
    </message>
    <message>
        <source> B/s</source>
        <comment>unit: bytes a second</comment>
        <translation> B/秒</translation>
    </message>
    <message>
        <source> /s</source>
        <comment>unit: per second</comment>
        <translation> /秒</translation>
    </message>
    <message>
        <source>Another rule has this name.</source>
        <translation>已有同名的规则。</translation>
    </message>
    <message>
        <source>Give it a name first</source>
        <translation>请先填写名称</translation>
    </message>
    <message>
        <source>Complete the fields first</source>
        <translation>请先填写完整</translation>
    </message>
    <message>
        <source>New alarm rule</source>
        <translation>新建告警规则</translation>
    </message>
    <message>
        <source>Alarm rule</source>
        <translation>告警规则</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Queue or topic</source>
        <translation>队列或主题</translation>
    </message>
    <message>
        <source>A name; * stands for any characters: orders-*</source>
        <translation>名称；* 代表任意字符，例如 orders-*</translation>
    </message>
    <message>
        <source>Rings when the value is</source>
        <translation>告警条件：数值</translation>
    </message>
    <message>
        <source>above the threshold</source>
        <translation>高于阈值</translation>
    </message>
    <message>
        <source>below the threshold</source>
        <translation>低于阈值</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Samples in a row</source>
        <translation>连续样本数</translation>
    </message>
    <message>
        <source>At most one a second; both to ring and to end</source>
        <translation>每秒最多一个样本；告警和结束都按此计数</translation>
    </message>
    <message>
        <source>Over when the value is back at</source>
        <translation>数值回到多少时结束</translation>
    </message>
    <message>
        <source>Away from the threshold, so that it does not ring all the time</source>
        <translation>与阈值拉开距离，避免反复告警</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ui::AlarmRule</name>
    <message>
        <source>%1 of %2 above %3</source>
        <extracomment>%1 is a metric, %2 a queue, %3 a number</extracomment>
        <translation>%2 的 %1 高于 %3</translation>
    </message>
    <message>
        <source>%1 of %2 below %3</source>
        <translation>%2 的 %1 低于 %3</translation>
    </message>
    <message numerus="yes">
        <source>, %n samples in a row</source>
        <comment>begins with a comma</comment>
        <translation>
            <numerusform>，连续 %n 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>; over at %1</source>
        <comment>begins with a semicolon</comment>
        <translation>；回到 %1 时结束</translation>
    </message>
    <message>
        <source>A name has 1 to %1 characters.</source>
        <translation>名称为 1 到 %1 个字符。</translation>
    </message>
    <message>
        <source>Say which queue or topic; * means all.</source>
        <translation>请填写队列或主题；* 表示全部。</translation>
    </message>
    <message>
        <source>The threshold is a number from 0 on.</source>
        <translation>阈值是不小于 0 的数。</translation>
    </message>
    <message>
        <source>What ends the alarm is a number from 0 on.</source>
        <translation>结束告警的数值不小于 0。</translation>
    </message>
    <message>
        <source>What ends the alarm cannot be above the threshold.</source>
        <translation>结束告警的数值不能高于阈值。</translation>
    </message>
    <message>
        <source>What ends the alarm cannot be below the threshold.</source>
        <translation>结束告警的数值不能低于阈值。</translation>
    </message>
    <message>
        <source>The samples in a row are 1 to %1.</source>
        <translation>连续样本数为 1 到 %1。</translation>
    </message>
    <message>
        <source>“metric” is none that this console knows.</source>
        <translation>“metric”不是本控制台支持的指标。</translation>
    </message>
    <message>
        <source>“comparison” is “above” or “below”.</source>
        <translation>“comparison”应为“above”或“below”。</translation>
    </message>
</context>
<context>
    <name>ui::Alarms</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n 条告警</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 is %3 (rule: %4)</source>
        <extracomment>%1 is a queue or topic, %2 a metric, %3 its value, %4 the name of a rule</extracomment>
        <translation>%1：%2为 %3（规则：%4）</translation>
    </message>
</context>
<context>
    <name>ui::AlarmsPage</name>
    <message>
        <source>Over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Rings, acknowledged</source>
        <translation>告警中，已确认</translation>
    </message>
    <message>
        <source>Rings</source>
        <translation>告警中</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Queue or topic</source>
        <translation>队列或主题</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Rings for</source>
        <translation>触发条件</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Alarms (%1)</source>
        <translation>告警（%1）</translation>
    </message>
    <message>
        <source>Select an alarm first.</source>
        <translation>请先选择一条告警。</translation>
    </message>
    <message>
        <source>Select a rule first.</source>
        <translation>请先选择一条规则。</translation>
    </message>
    <message>
        <source>I have seen it: it counts no more, and goes when it is over</source>
        <translation>表示已知晓：不再计数，结束后从列表消失</translation>
    </message>
    <message>
        <source>I have seen them all</source>
        <translation>全部已知晓</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>没有告警。</translation>
    </message>
    <message>
        <source>Show the queue or topic</source>
        <translation>显示该队列或主题</translation>
    </message>
    <message>
        <source>Change this rule</source>
        <translation>修改此规则</translation>
    </message>
    <message>
        <source>Remove this rule and its alarms</source>
        <translation>删除此规则及其告警</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>A rule that is off is kept, and never rings</source>
        <translation>停用的规则会保留，但不会告警</translation>
    </message>
    <message>
        <source>What rings</source>
        <translation>当前告警</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Nothing rings</source>
        <translation>没有告警</translation>
    </message>
    <message>
        <source>Here is what breaks a rule, until somebody has acknowledged it.</source>
        <translation>触发规则的对象显示在这里，直到有人确认。</translation>
    </message>
    <message>
        <source>No rules yet</source>
        <translation>还没有规则</translation>
    </message>
    <message>
        <source>A rule watches a metric of one queue, or of all, while this connection is open, and tells the desktop.</source>
        <translation>规则在此连接打开期间监视一个或全部队列的某项指标，并通知桌面。</translation>
    </message>
    <message>
        <source>New rule…</source>
        <translation>新建规则…</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>全部确认</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Watch one more thing</source>
        <translation>添加一项监视</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>ui::Appearance</name>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Density</source>
        <translation>密度(&amp;D)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>舒适</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>&amp;Other language</source>
        <translation>切换中英文(&amp;O)</translation>
    </message>
</context>
<context>
    <name>ui::AppearanceSection</name>
    <message>
        <source>Holds when the console is started again.</source>
        <translation>重新启动控制台后生效。</translation>
    </message>
    <message>
        <source>Everything, text and icons</source>
        <translation>所有文字和图标</translation>
    </message>
    <message>
        <source>Of all texts</source>
        <translation>用于所有文字</translation>
    </message>
    <message>
        <source>Of ids, handles and bodies</source>
        <translation>用于 ID、句柄和消息正文</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Font of fixed width</source>
        <translation>等宽字体</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>How high the rows of tables are</source>
        <translation>表格的行高</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
</context>
<context>
    <name>ui::ArrivalTable</name>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Message ID</source>
        <translation>消息 ID</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>第几次</translation>
    </message>
    <message>
        <source>How often this message has come to this path</source>
        <translation>这条消息第几次到达此路径</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不应答</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1（延迟 %2）</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到达时间</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
</context>
<context>
    <name>ui::AttentionList</name>
    <message>
        <source>Needs attention</source>
        <translation>需要关注</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>一切正常。</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>另有 %n 项。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AttentionText</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Its oldest message will soon be lost by age (%1).</source>
        <translation>最早的消息即将过期丢失（%1）。</translation>
    </message>
    <message>
        <source>Its backlog nears the maximum (%1); then it refuses messages.</source>
        <translation>堆积接近上限（%1），届时将拒收消息。</translation>
    </message>
    <message>
        <source>Its deliveries fail: %1</source>
        <translation>投递失败：%1</translation>
    </message>
    <message>
        <source>It holds dead letters (%1).</source>
        <translation>有死信（%1 条）。</translation>
    </message>
</context>
<context>
    <name>ui::AttributesPart</name>
    <message>
        <source>The attributes were changed elsewhere meanwhile. Revert shows them; saving sets what you changed.</source>
        <translation>属性已在别处被修改。点按“还原”可查看；保存只会设置您改动的项。</translation>
    </message>
    <message>
        <source>ID %1 · created %2 · modified %3</source>
        <translation>ID %1 · 创建于 %2 · 修改于 %3</translation>
    </message>
    <message>
        <source>Nothing has been changed yet</source>
        <translation>尚未修改任何内容</translation>
    </message>
    <message>
        <source>Complete the fields first</source>
        <translation>请先填写完整</translation>
    </message>
    <message>
        <source>The attributes were saved.</source>
        <translation>属性已保存。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
</context>
<context>
    <name>ui::Banner</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
    <message>
        <source>Copy these words</source>
        <translation>复制这段文字</translation>
    </message>
</context>
<context>
    <name>ui::BehaviourSection</name>
    <message>
        <source>Refresh the counters of an endpoint</source>
        <translation>刷新远程端点的消息数</translation>
    </message>
    <message>
        <source>Its requests may be billed. A broker of this console is always followed live.</source>
        <translation>请求可能计费。本控制台内嵌的消息服务始终实时刷新。</translation>
    </message>
    <message>
        <source>Only when asked to (F5)</source>
        <translation>仅手动刷新 (F5)</translation>
    </message>
    <message>
        <source>Every %1</source>
        <translation>每 %1</translation>
    </message>
    <message>
        <source>Events remembered for the trace</source>
        <translation>轨迹保留的事件数</translation>
    </message>
    <message>
        <source>About 250 bytes of memory each</source>
        <translation>每个约占 250 字节内存</translation>
    </message>
    <message>
        <source>Have the name typed before messages are destroyed</source>
        <translation>销毁消息前要求输入名称</translation>
    </message>
    <message>
        <source>Without it, one click is enough. Connections that are marked as production always want the name.</source>
        <translation>不勾选时，单击一次即可执行。标记为生产环境的连接始终要求输入名称。</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>行为</translation>
    </message>
    <message>
        <source>Requests at a time</source>
        <translation>同时发出的请求数</translation>
    </message>
    <message>
        <source>CMQ&apos;s own API tells of one queue per request. More at a time are sooner done, and a heavier load.</source>
        <translation>CMQ 自己的 API 每个请求只能查询一个队列。同时请求越多，完成越快，负载也越大。</translation>
    </message>
</context>
<context>
    <name>ui::BodyComposer</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Hexadecimal</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Format of the body</source>
        <translation>正文的格式</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>正文</translation>
    </message>
    <message>
        <source>Fill in variables</source>
        <translation>替换变量</translation>
    </message>
    <message>
        <source>{{uuid}}, {{seq}}, {{now}} and {{rand a b}} stand for something else in each message. Off: they are sent as they stand here.</source>
        <translation>{{uuid}}、{{seq}}、{{now}} 和 {{rand a b}} 在每条消息中替换为不同的值。关闭后按原样发送。</translation>
    </message>
    <message>
        <source>Indent</source>
        <translation>缩进</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Text in UTF-8, sent as it stands here</source>
        <translation>UTF-8 文本，按原样发送</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>第 %1 行第 %2 列：%3</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>Character %1 is no pair of hexadecimal digits.</source>
        <translation>第 %1 个字符不是一对十六进制数字。</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>请先选择文件。</translation>
    </message>
    <message>
        <source>%1 is more than fits, %2.</source>
        <translation>%1 超过上限 %2。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1，上限 %2</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>例如：%1</translation>
    </message>
    <message>
        <source>Body from a file</source>
        <translation>从文件读取正文</translation>
    </message>
</context>
<context>
    <name>ui::BodyViewer</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Body as text</source>
        <translation>以文本显示的消息体</translation>
    </message>
    <message>
        <source>Body as JSON tree</source>
        <translation>以 JSON 树显示的消息体</translation>
    </message>
    <message>
        <source>Body as bytes</source>
        <translation>以字节显示的消息体</translation>
    </message>
    <message>
        <source>Properties of the message</source>
        <translation>消息属性</translation>
    </message>
    <message>
        <source>Indent JSON</source>
        <translation>缩进 JSON</translation>
    </message>
    <message>
        <source>Show the JSON text with line breaks and indentation</source>
        <translation>以换行和缩进显示 JSON 文本</translation>
    </message>
    <message>
        <source>Copy body</source>
        <translation>复制消息体</translation>
    </message>
    <message>
        <source>Copy the whole body; bytes that are no text as hexadecimal</source>
        <translation>复制整个消息体；非文本的字节以十六进制复制</translation>
    </message>
    <message>
        <source>Save body…</source>
        <translation>保存消息体…</translation>
    </message>
    <message>
        <source>Save the body to a file, byte for byte</source>
        <translation>将消息体逐字节保存到文件</translation>
    </message>
    <message>
        <source>Text · %1</source>
        <translation>文本 · %1</translation>
    </message>
    <message>
        <source>JSON · %1</source>
        <translation>JSON · %1</translation>
    </message>
    <message>
        <source>Binary · %1</source>
        <translation>二进制 · %1</translation>
    </message>
    <message>
        <source>The body is not UTF-8 text.</source>
        <translation>消息体不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>The body is not JSON.</source>
        <translation>消息体不是 JSON。</translation>
    </message>
    <message>
        <source>Save body</source>
        <translation>保存消息体</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Select one message to see its body.</source>
        <translation>选择一条消息以查看正文。</translation>
    </message>
</context>
<context>
    <name>ui::BranchDialog</name>
    <message>
        <source>%1: visible</source>
        <translation>%1：可见</translation>
    </message>
    <message>
        <source>%1: in flight</source>
        <translation>%1：不可见</translation>
    </message>
    <message>
        <source>%1: delayed</source>
        <translation>%1：延时</translation>
    </message>
    <message>
        <source>%1: rewindable</source>
        <translation>%1：可回溯</translation>
    </message>
    <message>
        <source>Messages sent</source>
        <translation>发送的消息</translation>
    </message>
    <message>
        <source>Times received</source>
        <translation>接收次数</translation>
    </message>
    <message>
        <source>Handles that ran out</source>
        <translation>到期的接收句柄</translation>
    </message>
    <message>
        <source>Messages deleted</source>
        <translation>删除的消息</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>死信</translation>
    </message>
    <message>
        <source>Requests refused</source>
        <translation>被拒绝的请求</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Compare branches</source>
        <translation>比较分支</translation>
    </message>
    <message>
        <source>Branches side by side</source>
        <translation>并列的分支</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Life lines</source>
        <translation>生命线</translation>
    </message>
</context>
<context>
    <name>ui::BranchLives</name>
    <message>
        <source>The life of</source>
        <translation>哪条消息的生命线</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Branch %1 (shown)</source>
        <translation>分支 %1（当前）</translation>
    </message>
    <message>
        <source>Branch %1</source>
        <translation>分支 %1</translation>
    </message>
    <message>
        <source>It does not exist there.</source>
        <translation>那里没有这条消息。</translation>
    </message>
</context>
<context>
    <name>ui::BrokerSection</name>
    <message>
        <source>How much it holds is being counted.</source>
        <translation>正在统计占用空间。</translation>
    </message>
    <message>
        <source>It holds %1.</source>
        <translation>占用 %1。</translation>
    </message>
    <message>
        <source>An IP address, please: 127.0.0.1</source>
        <translation>请输入 IP 地址，例如 127.0.0.1</translation>
    </message>
    <message>
        <source>Holds when the console is started again.</source>
        <translation>重新启动控制台后生效。</translation>
    </message>
    <message>
        <source>Loopback, private and link-local addresses.</source>
        <translation>回环地址、私有地址和链路本地地址。</translation>
    </message>
    <message>
        <source>Folder of the messages</source>
        <translation>消息存储文件夹</translation>
    </message>
    <message>
        <source>Open another folder…</source>
        <translation>打开其他文件夹…</translation>
    </message>
    <message>
        <source>Address at which the broker is served</source>
        <translation>对外服务的地址</translation>
    </message>
    <message>
        <source>127.0.0.1 can be reached from this computer only.</source>
        <translation>127.0.0.1 只能从本机访问。</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>0: any free one</source>
        <translation>0：任意空闲端口</translation>
    </message>
    <message>
        <source>Clients need keys</source>
        <translation>客户端需要密钥</translation>
    </message>
    <message>
        <source>Topics may push to addresses of this computer and its network</source>
        <translation>允许主题推送到本机及其所在网络的地址</translation>
    </message>
    <message>
        <source>Local broker</source>
        <translation>本地服务</translation>
    </message>
</context>
<context>
    <name>ui::BulkAttributesDialog</name>
    <message numerus="yes">
        <source>Attributes of %n queue(s)</source>
        <translation>
            <numerusform>%n 个队列的属性</numerusform>
        </translation>
    </message>
    <message>
        <source>What is ticked is set for all of them; the rest stays as it is.</source>
        <translation>勾选的属性会应用到所有所选队列，其余保持不变。</translation>
    </message>
    <message>
        <source>Set for all</source>
        <translation>应用到全部</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Complete the fields first</source>
        <translation>请先填写完整</translation>
    </message>
    <message>
        <source>Tick what shall be set.</source>
        <translation>请勾选要设置的属性。</translation>
    </message>
</context>
<context>
    <name>ui::CallDialog</name>
    <message>
        <source>The call</source>
        <translation>API 调用</translation>
    </message>
    <message>
        <source>No call of CMQ</source>
        <translation>没有对应的 CMQ 调用</translation>
    </message>
    <message>
        <source>CMQ&apos;s API has nothing for this: the console does it inside its own broker.</source>
        <translation>CMQ 的 API 没有对应的接口：控制台在自己的内嵌服务里完成。</translation>
    </message>
    <message>
        <source>The call %1</source>
        <translation>调用 %1</translation>
    </message>
    <message>
        <source>This broker is not served at the moment. The address in the code is an example.</source>
        <translation>此服务目前没有对外提供，代码中的地址只是示例。</translation>
    </message>
    <message>
        <source>POST %1</source>
        <translation>POST %1</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Ready code</source>
        <translation>现成代码</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>It takes the keys from the environment: CMQ_SECRET_ID and CMQ_SECRET_KEY.</source>
        <translation>密钥取自环境变量 CMQ_SECRET_ID 和 CMQ_SECRET_KEY。</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>复制代码</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ui::CallHost</name>
    <message>
        <source>Show the call</source>
        <translation>查看调用</translation>
    </message>
    <message>
        <source>The request to CMQ&apos;s API that does this, and code for it</source>
        <translation>完成此操作的 CMQ API 请求及代码</translation>
    </message>
</context>
<context>
    <name>ui::ChartCard</name>
    <message>
        <source>This connection does not tell what happens, so nothing can be counted.</source>
        <translation>此连接不提供事件，因此无法计数。</translation>
    </message>
</context>
<context>
    <name>ui::ChartView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>New alarm for %1…</source>
        <translation>为 %1 新建告警…</translation>
    </message>
    <message>
        <source>Back to the latest</source>
        <translation>回到最新</translation>
    </message>
</context>
<context>
    <name>ui::CheckCard</name>
    <message>
        <source>Reached: %1</source>
        <translation>已达成：%1</translation>
    </message>
    <message>
        <source>Not yet: %1</source>
        <translation>尚未达成：%1</translation>
    </message>
    <message>
        <source>Checks: %1 of %2 reached</source>
        <translation>检查：已达成 %1 / %2</translation>
    </message>
</context>
<context>
    <name>ui::Client</name>
    <message>
        <source>not known</source>
        <comment>who received a message</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>this console</source>
        <translation>本控制台</translation>
    </message>
</context>
<context>
    <name>ui::CloudFacts</name>
    <message>
        <source>at most %1 unacknowledged</source>
        <translation>未确认消息最多 %1 条</translation>
    </message>
    <message>
        <source>backlog up to %1</source>
        <translation>堆积上限 %1</translation>
    </message>
</context>
<context>
    <name>ui::CloudSettingsForm</name>
    <message>
        <source>Message trace</source>
        <translation>消息轨迹</translation>
    </message>
    <message>
        <source>The service keeps who sent and received each message. API: Trace</source>
        <translation>服务端记录每条消息由谁发送、由谁接收。API：Trace</translation>
    </message>
    <message>
        <source>For transactional messages</source>
        <translation>用于事务消息</translation>
    </message>
    <message>
        <source>Sent by the TCP SDK only; such a queue takes no delays and can be no dead-letter queue. API: Transaction</source>
        <translation>事务消息只能由 TCP SDK 发送；事务队列不支持延时消息，也不能作为死信队列。API：Transaction</translation>
    </message>
    <message>
        <source>Ask about a transaction after</source>
        <translation>首次回查时间</translation>
    </message>
    <message>
        <source>API: FirstQueryInterval</source>
        <translation>API：FirstQueryInterval</translation>
    </message>
    <message>
        <source>Ask at most so often</source>
        <translation>最大回查次数</translation>
    </message>
    <message>
        <source>API: MaxQueryCount</source>
        <translation>API：MaxQueryCount</translation>
    </message>
    <message>
        <source>Rewind storage (MB)</source>
        <translation>可回溯存储空间（MB）</translation>
    </message>
    <message>
        <source>1024 to 10240, or 0: none</source>
        <translation>1024 至 10240；0 表示不使用</translation>
    </message>
</context>
<context>
    <name>ui::ColumnSet</name>
    <message>
        <source>Give it a name.</source>
        <translation>请取一个名称。</translation>
    </message>
    <message>
        <source>Save these columns</source>
        <translation>保存当前列</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>A set of this name is replaced.</source>
        <translation>同名的列组合会被替换。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Column sets</source>
        <translation>列组合</translation>
    </message>
    <message>
        <source>Save these columns…</source>
        <translation>保存当前列…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>ui::CompareDialog</name>
    <message>
        <source>Compare messages</source>
        <translation>比较消息</translation>
    </message>
    <message>
        <source>Indent JSON</source>
        <translation>缩进 JSON</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The bodies are the same, byte for byte.</source>
        <translation>两条正文逐字节相同。</translation>
    </message>
    <message>
        <source>The bodies differ.</source>
        <translation>两条正文不同。</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) differ.</source>
        <translation>
            <numerusform>%n 行不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
</context>
<context>
    <name>ui::ComposerMenus</name>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Sent before</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>A new UUID</source>
        <translation>新的 UUID</translation>
    </message>
    <message>
        <source>Which message it is: 1, 2, 3, …</source>
        <translation>第几条消息：1、2、3…</translation>
    </message>
    <message>
        <source>The time, in milliseconds since 1970</source>
        <translation>时间，自 1970 年起的毫秒数</translation>
    </message>
    <message>
        <source>A random number from 1 to 100</source>
        <translation>1 到 100 的随机数</translation>
    </message>
    <message>
        <source>Keep this body…</source>
        <translation>保存此正文…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>删除片段</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>time, queue or topic, body of a message that was sent</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Nothing was sent from here yet</source>
        <translation>还没有从这里发送过消息</translation>
    </message>
</context>
<context>
    <name>ui::ConfirmationDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Type %1 to go on:</source>
        <translation>输入 %1 以继续：</translation>
    </message>
    <message>
        <source>Type the name first</source>
        <translation>请先输入名称</translation>
    </message>
</context>
<context>
    <name>ui::Connection</name>
    <message>
        <source>This connection is read-only.</source>
        <translation>当前连接为只读。</translation>
    </message>
    <message>
        <source>This connection cannot do that.</source>
        <translation>当前连接不支持此操作。</translation>
    </message>
    <message>
        <source>A CMQ service hands out no copy of what it holds; only a broker of this console does.</source>
        <translation>CMQ 服务不提供其内容的副本；只有本控制台的消息服务可以。</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionBar</name>
    <message>
        <source>Open connections and saved ones</source>
        <translation>已打开和已保存的连接</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>没有连接</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>连接：%1</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Read and write</source>
        <translation>读写</translation>
    </message>
    <message>
        <source>PROD</source>
        <comment>badge of a production connection</comment>
        <translation>生产</translation>
    </message>
    <message>
        <source>Production: what is destroyed here is missed by others.</source>
        <translation>生产环境：在这里毁掉的东西，别人会需要。</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionMenu</name>
    <message>
        <source>&amp;Connection</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Connections…</source>
        <translation>管理连接(&amp;C)…</translation>
    </message>
    <message>
        <source>C&amp;lose this connection</source>
        <translation>关闭此连接(&amp;L)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>name and kind of a connection</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>The last connection stays open.</source>
        <translation>最后一个连接保持打开。</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionsDialog</name>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Saved connections</source>
        <translation>已保存的连接</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save a connection to a CMQ endpoint</source>
        <translation>保存一个到 CMQ 服务端的连接</translation>
    </message>
    <message>
        <source>Add the connections of a file</source>
        <translation>添加文件中的连接</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>新建连接</translation>
    </message>
    <message>
        <source>No saved connections</source>
        <translation>还没有已保存的连接</translation>
    </message>
    <message>
        <source>A connection leads to a CMQ account or to any other endpoint that speaks CMQ&apos;s HTTP API. The local broker needs none.</source>
        <translation>连接通向一个 CMQ 账号，或任何提供 CMQ HTTP API 的服务端。本地服务不需要连接。</translation>
    </message>
    <message>
        <source>Select a connection first.</source>
        <translation>请先选择一个连接。</translation>
    </message>
    <message>
        <source>Open the selected connection</source>
        <translation>打开所选连接</translation>
    </message>
    <message>
        <source>Change the selected connection</source>
        <translation>修改所选连接</translation>
    </message>
    <message>
        <source>Remove the selected connection and its key</source>
        <translation>移除所选连接及其密钥</translation>
    </message>
    <message>
        <source>Write the connections to a file, without any key</source>
        <translation>把连接写入文件，不含任何密钥</translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation>没有可导出的内容。</translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation>移除连接</translation>
    </message>
    <message>
        <source>Remove the connection %1?</source>
        <translation>移除连接 %1？</translation>
    </message>
    <message>
        <source>Its key is removed from the keyring, too. What the endpoint holds stays.</source>
        <translation>它的密钥也会从密钥环中移除。服务端上的内容不受影响。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Import connections</source>
        <translation>导入连接</translation>
    </message>
    <message>
        <source>Export connections</source>
        <translation>导出连接</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>无法读取该文件。</translation>
    </message>
    <message>
        <source>This file holds no connections of CMQ Console.</source>
        <translation>该文件不含 CMQ Console 的连接。</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) imported. Keys are never in such a file; they are asked for when a connection is opened.</source>
        <translation>
            <numerusform>已导入 %n 个连接。这类文件从不含密钥，打开连接时会询问。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be used.</source>
        <translation>
            <numerusform>有 %n 个无法使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>无法写入该文件。</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) exported, without keys.</source>
        <translation>
            <numerusform>已导出 %n 个连接，不含密钥。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Consumers</name>
    <message>
        <source>This connection does not tell who holds messages or waits for them: CMQ&apos;s API has no such call. The local broker and the sandbox do.</source>
        <translation>此连接不提供谁持有消息、谁在等待：CMQ 的 API 没有这样的调用。本地服务和沙盒可以。</translation>
    </message>
</context>
<context>
    <name>ui::ConsumersPage</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Receivers that wait</source>
        <translation>等待中的接收者</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>不可见</translation>
    </message>
    <message>
        <source>Handling p50</source>
        <translation>处理耗时 p50</translation>
    </message>
    <message>
        <source>Handling p95</source>
        <translation>处理耗时 p95</translation>
    </message>
    <message>
        <source>Handling p99</source>
        <translation>处理耗时 p99</translation>
    </message>
    <message>
        <source>Time in queue p95</source>
        <translation>排队时间 p95</translation>
    </message>
    <message>
        <source>Times are those of this minute, told within 7 %. Open a queue to see who holds what.</source>
        <translation>耗时取自最近一分钟，误差不超过 7%。打开队列可查看谁持有哪些消息。</translation>
    </message>
    <message>
        <source>Consumers of all queues</source>
        <translation>所有队列的消费者</translation>
    </message>
    <message>
        <source>No queues yet</source>
        <translation>还没有队列</translation>
    </message>
    <message>
        <source>Consumers cannot be seen here</source>
        <translation>此处无法查看消费者</translation>
    </message>
    <message>
        <source>Who waits and how long handling takes is shown for every queue.</source>
        <translation>这里显示每个队列有谁在等待，以及处理耗时。</translation>
    </message>
</context>
<context>
    <name>ui::ConsumersPart</name>
    <message>
        <source>Message ID</source>
        <translation>消息 ID</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>持有者</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Receives</source>
        <translation>接收次数</translation>
    </message>
    <message>
        <source>Receipt handle</source>
        <translation>接收句柄</translation>
    </message>
    <message>
        <source>Waits since</source>
        <translation>开始等待</translation>
    </message>
    <message>
        <source>The first %1 messages that are held</source>
        <translation>被持有的前 %1 条消息</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are held</source>
        <translation>
            <numerusform>%n 条消息被持有</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receiver(s) wait</source>
        <translation>
            <numerusform>%n 个接收者在等待</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Life line</source>
        <translation>生命线(&amp;L)</translation>
    </message>
    <message>
        <source>Show what happened to this message, and why</source>
        <translation>显示这条消息发生了什么以及原因</translation>
    </message>
    <message>
        <source>Messages that are held</source>
        <translation>被持有的消息</translation>
    </message>
    <message>
        <source>Receivers that wait</source>
        <translation>等待中的接收者</translation>
    </message>
    <message>
        <source>Nothing is held</source>
        <translation>没有被持有的消息</translation>
    </message>
    <message>
        <source>Whoever receives a message holds it until it is deleted or its visibility timeout ends.</source>
        <translation>接收者持有消息，直到消息被删除或隐藏时长结束。</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>没有等待者</translation>
    </message>
    <message>
        <source>A receive waits when the queue is empty and it has a long-polling wait.</source>
        <translation>队列为空且设置了长轮询等待时，接收会等待。</translation>
    </message>
    <message>
        <source>Who waits</source>
        <translation>等待者</translation>
    </message>
</context>
<context>
    <name>ui::CopyLine</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>复制%1</translation>
    </message>
</context>
<context>
    <name>ui::CreateQueueDialog</name>
    <message>
        <source>New queue</source>
        <translation>新建队列</translation>
    </message>
    <message>
        <source>Queue name</source>
        <translation>队列名称</translation>
    </message>
    <message>
        <source>1 to 64 letters, digits, “-” or “_”, beginning with a letter. It cannot be changed.</source>
        <translation>1–64 个字母、数字、“-”或“_”，以字母开头。创建后不能修改。</translation>
    </message>
    <message>
        <source>for example orders</source>
        <translation>例如 orders</translation>
    </message>
    <message>
        <source>Create another</source>
        <translation>创建后继续</translation>
    </message>
    <message>
        <source>Create queue</source>
        <translation>创建队列</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Complete the fields first</source>
        <translation>请先完成填写</translation>
    </message>
    <message>
        <source>%1 was created.</source>
        <translation>已创建 %1。</translation>
    </message>
    <message>
        <source>New queue like %1</source>
        <translation>按 %1 新建队列</translation>
    </message>
    <message>
        <source>Resource tags</source>
        <translation>资源标签</translation>
    </message>
    <message>
        <source>For example owner=me, env=test. They cannot be changed here.</source>
        <translation>例如 owner=me, env=test。创建后不能在此修改。</translation>
    </message>
    <message>
        <source>Each key once, 1 to 127 bytes; a value up to 255.</source>
        <translation>每个键只能出现一次，1 至 127 字节；值最多 255 字节。</translation>
    </message>
</context>
<context>
    <name>ui::CreateTopicDialog</name>
    <message>
        <source>New topic</source>
        <translation>新建主题</translation>
    </message>
    <message>
        <source>Topic name</source>
        <translation>主题名称</translation>
    </message>
    <message>
        <source>1 to 64 letters, digits, “-” or “_”, beginning with a letter. It cannot be changed.</source>
        <translation>1 到 64 个字母、数字、“-”或“_”，以字母开头。创建后不能修改。</translation>
    </message>
    <message>
        <source>for example prices</source>
        <translation>例如 prices</translation>
    </message>
    <message>
        <source>Subscriptions filter by</source>
        <translation>订阅的过滤方式</translation>
    </message>
    <message>
        <source>It cannot be changed later.</source>
        <translation>创建后不能修改。</translation>
    </message>
    <message>
        <source>Largest body</source>
        <translation>消息体上限</translation>
    </message>
    <message>
        <source>1 KiB to 1 MiB</source>
        <translation>1 KiB 到 1 MiB</translation>
    </message>
    <message>
        <source>Create topic</source>
        <translation>创建主题</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Write a size such as 64K or 1M.</source>
        <translation>请填写大小，例如 64K 或 1M。</translation>
    </message>
    <message>
        <source>Complete the fields first</source>
        <translation>请先填写完整</translation>
    </message>
    <message>
        <source>1 MiB for every topic of TDMQ</source>
        <translation>TDMQ 的主题固定为 1 MiB</translation>
    </message>
    <message>
        <source>Resource tags</source>
        <translation>资源标签</translation>
    </message>
    <message>
        <source>For example owner=me, env=test. They cannot be changed here.</source>
        <translation>例如 owner=me, env=test。创建后不能在此修改。</translation>
    </message>
    <message>
        <source>Message trace</source>
        <translation>消息轨迹</translation>
    </message>
    <message>
        <source>Each key once, 1 to 127 bytes; a value up to 255.</source>
        <translation>每个键只能出现一次，1 至 127 字节；值最多 255 字节。</translation>
    </message>
</context>
<context>
    <name>ui::DashboardNameDialog</name>
    <message>
        <source>Another dashboard has this name.</source>
        <translation>已有同名的看板。</translation>
    </message>
    <message>
        <source>Give it a name first</source>
        <translation>请先填写名称</translation>
    </message>
    <message>
        <source>New dashboard</source>
        <translation>新建看板</translation>
    </message>
    <message>
        <source>Rename the dashboard</source>
        <translation>重命名看板</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ui::DashboardPage</name>
    <message>
        <source>There is no dashboard yet.</source>
        <translation>还没有看板。</translation>
    </message>
    <message>
        <source>Give this dashboard another name</source>
        <translation>为此看板改名</translation>
    </message>
    <message>
        <source>Delete this dashboard</source>
        <translation>删除此看板</translation>
    </message>
    <message>
        <source>Move it to the front</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>Move it to the back</source>
        <translation>后移</translation>
    </message>
    <message>
        <source>Half as wide</source>
        <translation>缩为半宽</translation>
    </message>
    <message>
        <source>As wide as the page</source>
        <translation>与页面同宽</translation>
    </message>
    <message>
        <source>Take it off the dashboard</source>
        <translation>从看板移除</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Delete the dashboard</source>
        <translation>删除看板</translation>
    </message>
    <message>
        <source>Delete the dashboard %1?</source>
        <translation>删除看板 %1？</translation>
    </message>
    <message numerus="yes">
        <source>%n chart(s)</source>
        <translation>
            <numerusform>%n 个图表</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>New dashboard…</source>
        <translation>新建看板…</translation>
    </message>
    <message>
        <source>Begin another dashboard</source>
        <translation>新建一个看板</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>No charts yet</source>
        <translation>还没有图表</translation>
    </message>
    <message>
        <source>Choose a metric and queues under Charts, then “Add to dashboard”. Charts can be moved and made wide here, and are kept.</source>
        <translation>在“图表”中选择指标和队列，然后点击“添加到看板”。图表可以在这里移动和加宽，并会保留。</translation>
    </message>
</context>
<context>
    <name>ui::DeadLetterForm</name>
    <message>
        <source>Other queues use this queue as their dead-letter queue; such a queue cannot have one itself.</source>
        <translation>该队列是其他队列的死信队列，因此它自己不能再设置死信队列。</translation>
    </message>
    <message>
        <source>There is no queue that could take dead letters. Create one first: a queue without a dead-letter queue of its own that fewer than six queues share.</source>
        <translation>没有可以作为死信队列的队列。请先新建一个：它自己没有死信队列，并且绑定它的源队列少于六个。</translation>
    </message>
    <message>
        <source>Choose a queue.</source>
        <translation>请选择队列。</translation>
    </message>
    <message>
        <source>Between %1 and %2, please.</source>
        <translation>请填写 %1 到 %2。</translation>
    </message>
    <message>
        <source>It must be shorter than the retention.</source>
        <translation>必须短于消息生命周期。</translation>
    </message>
    <message>
        <source>Dead-letter queue</source>
        <translation>死信队列</translation>
    </message>
    <message>
        <source>Where messages go that nobody manages to consume
API: %1</source>
        <translation>始终没有消费成功的消息转入的队列
API：%1</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>死信队列名称</translation>
    </message>
    <message>
        <source>Type a part of the name</source>
        <translation>可输入名称的一部分</translation>
    </message>
    <message>
        <source>When</source>
        <translation>死信策略</translation>
    </message>
    <message>
        <source>Received too often</source>
        <translation>接收次数过多</translation>
    </message>
    <message>
        <source>Not consumed in time</source>
        <translation>超时未消费</translation>
    </message>
    <message>
        <source>Max receives</source>
        <translation>最大接收次数</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>Max unconsumed time</source>
        <translation>最大未消费时间</translation>
    </message>
    <message>
        <source>%1 to %2, below the retention</source>
        <translation>%1 到 %2，且短于消息生命周期</translation>
    </message>
</context>
<context>
    <name>ui::DeadLetterPart</name>
    <message>
        <source>Where dead letters of this queue go</source>
        <translation>该队列的死信去向</translation>
    </message>
    <message>
        <source>Whose dead letters come here</source>
        <translation>哪些队列的死信转入这里</translation>
    </message>
    <message>
        <source>Unbind</source>
        <translation>解绑</translation>
    </message>
    <message>
        <source>Nowhere: what nobody consumes stays until its retention ends. A dead-letter queue is chosen among the attributes.</source>
        <translation>没有去向：未消费的消息会保留到消息生命周期结束。可在属性中选择死信队列。</translation>
    </message>
    <message numerus="yes">
        <source>A message goes there when it was received %n time(s) without being deleted.</source>
        <translation>
            <numerusform>消息被接收 %n 次仍未删除时转入死信队列。</numerusform>
        </translation>
    </message>
    <message>
        <source>A message goes there when nobody has deleted it %1 after it became visible.</source>
        <translation>消息可见后 %1 内仍未删除时转入死信队列。</translation>
    </message>
    <message>
        <source>Nobody&apos;s: no queue has this one as its dead-letter queue.</source>
        <translation>没有：没有队列把它设为死信队列。</translation>
    </message>
    <message numerus="yes">
        <source>%n of at most %1 queue(s):</source>
        <translation>
            <numerusform>%n 个队列（最多 %1 个）：</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the dead letters</source>
        <translation>查看死信</translation>
    </message>
    <message>
        <source>Look at them, and send them back from there</source>
        <translation>查看死信，并可从那里重投</translation>
    </message>
</context>
<context>
    <name>ui::Deck</name>
    <message>
        <source>No tab is shown: pages stay open.</source>
        <translation>当前显示的是页面，页面不能关闭。</translation>
    </message>
    <message>
        <source>Nothing was shown before this.</source>
        <translation>此前没有显示过别的内容。</translation>
    </message>
    <message>
        <source>You have not gone back.</source>
        <translation>还没有后退过。</translation>
    </message>
    <message>
        <source>No other tab is open.</source>
        <translation>没有打开其他标签页。</translation>
    </message>
    <message>
        <source>No tab was closed.</source>
        <translation>没有关闭过标签页。</translation>
    </message>
    <message>
        <source>This tab is the first one.</source>
        <translation>这已经是第一个标签页。</translation>
    </message>
    <message>
        <source>This tab is the last one.</source>
        <translation>这已经是最后一个标签页。</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next tab</source>
        <translation>下一个标签页(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous tab</source>
        <translation>上一个标签页(&amp;P)</translation>
    </message>
    <message>
        <source>Move tab &amp;left</source>
        <translation>左移标签页(&amp;L)</translation>
    </message>
    <message>
        <source>Move tab &amp;right</source>
        <translation>右移标签页(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Close tab</source>
        <translation>关闭标签页(&amp;C)</translation>
    </message>
    <message>
        <source>Close &amp;other tabs</source>
        <translation>关闭其他标签页(&amp;O)</translation>
    </message>
    <message>
        <source>Reopen closed &amp;tab</source>
        <translation>重新打开关闭的标签页(&amp;T)</translation>
    </message>
</context>
<context>
    <name>ui::Delivery</name>
    <message>
        <source>HTTP status %1</source>
        <translation>HTTP 状态 %1</translation>
    </message>
    <message>
        <source>Attempt %1 failed: %2. BACKOFF_RETRY tries again after 10 to 20 s, at most 3 times: next at %3, %4 later.</source>
        <translation>第 %1 次投递失败：%2。退避重试（BACKOFF_RETRY）在 10 至 20 秒后重试，最多 3 次：下次在 %3，即 %4后。</translation>
    </message>
    <message>
        <source>Attempt %1 failed: %2. EXPONENTIAL_DECAY_RETRY doubles the pause each time, up to 512 s: next at %3, %4 later.</source>
        <translation>第 %1 次投递失败：%2。衰退指数重试（EXPONENTIAL_DECAY_RETRY）每次间隔加倍，最长 512 秒：下次在 %3，即 %4后。</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Not for %1</source>
        <translation>不投递给 %1</translation>
    </message>
    <message>
        <source>Delivery attempt %1</source>
        <translation>第 %1 次投递</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已投递</translation>
    </message>
    <message>
        <source>Attempt %1 failed</source>
        <translation>第 %1 次投递失败</translation>
    </message>
    <message>
        <source>Delivery given up</source>
        <translation>放弃投递</translation>
    </message>
    <message>
        <source>Unsubscribed</source>
        <translation>已取消订阅</translation>
    </message>
    <message numerus="yes">
        <source>It was published to the topic %1; it is for %n subscription(s).</source>
        <translation>
            <numerusform>消息发布到主题 %1，将投递给 %n 个订阅。</numerusform>
        </translation>
    </message>
    <message>
        <source>Subscription %1: %2.</source>
        <extracomment>%2 is a sentence without a full stop</extracomment>
        <translation>订阅 %1：%2。</translation>
    </message>
    <message>
        <source>Sent to %1.</source>
        <translation>发往 %1。</translation>
    </message>
    <message>
        <source>The queue of the subscription took it.</source>
        <translation>订阅的队列已接收。</translation>
    </message>
    <message>
        <source>The endpoint took it in attempt %1: %2. Any 2xx is a success.</source>
        <translation>接收端在第 %1 次投递时接收：%2。任何 2xx 都算成功。</translation>
    </message>
    <message>
        <source>All %1 retries are used up: %2.</source>
        <translation>%1 次重试已用完：%2。</translation>
    </message>
    <message>
        <source>It could not be delivered within %1, the life of a message in a topic.</source>
        <translation>在 %1内未能投递，这是消息在主题中的生命周期。</translation>
    </message>
    <message numerus="yes">
        <source>The subscription is gone, and with it %n outstanding delivery(s).</source>
        <translation>
            <numerusform>订阅已不存在，连同 %n 个未完成的投递。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 refused</source>
        <extracomment>%1 is an action of CMQ, such as SendMessage</extracomment>
        <translation>%1 被拒绝</translation>
    </message>
    <message>
        <source>The message has %1; wanted is %2.</source>
        <translation>消息带有 %1；需要的是 %2。</translation>
    </message>
    <message>
        <source>Wanted is %1.</source>
        <translation>需要的是 %1。</translation>
    </message>
    <message>
        <source>The routing key is %1. %2.</source>
        <extracomment>%1 is a routing key, %2 how binding keys go through it</extracomment>
        <translation>路由键是 %1。%2。</translation>
    </message>
</context>
<context>
    <name>ui::DiagramPanel</name>
    <message>
        <source>There is nothing to draw yet: no queue and no topic.</source>
        <translation>还没有队列和主题，无图可画。</translation>
    </message>
    <message numerus="yes">
        <source>%n more are left out: those without a connection and with the smallest backlog.</source>
        <translation>
            <numerusform>另有 %n 项未画出：没有关联且堆积最少的。</numerusform>
        </translation>
    </message>
    <message>
        <source>Topics, their subscriptions, what these deliver to, and where dead letters go.</source>
        <translation>主题、订阅、订阅的投递目标，以及死信的去向。</translation>
    </message>
    <message>
        <source>Diagram of the topology</source>
        <translation>拓扑图</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>缩小（-）</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show all (0)</source>
        <translation>显示全部（0）</translation>
    </message>
    <message>
        <source>Export SVG…</source>
        <translation>导出 SVG…</translation>
    </message>
    <message>
        <source>Write the diagram to a drawing</source>
        <translation>把拓扑图导出为矢量图</translation>
    </message>
    <message>
        <source>Export the diagram as SVG</source>
        <translation>将拓扑图导出为 SVG</translation>
    </message>
</context>
<context>
    <name>ui::DiagramView</name>
    <message>
        <source>Topic %1</source>
        <translation>主题 %1</translation>
    </message>
    <message>
        <source>Subscription %1</source>
        <translation>订阅 %1</translation>
    </message>
    <message>
        <source>Address %1</source>
        <translation>地址 %1</translation>
    </message>
    <message>
        <source>Dead-letter queue %1</source>
        <translation>死信队列 %1</translation>
    </message>
    <message>
        <source>Queue %1</source>
        <translation>队列 %1</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>不存在</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Topology</source>
        <translation>拓扑</translation>
    </message>
</context>
<context>
    <name>ui::DoneCard</name>
    <message>
        <source>Done. What happened?</source>
        <translation>完成了。发生了什么？</translation>
    </message>
    <message>
        <source>The calls behind it, with code in several languages:</source>
        <translation>背后的调用，附多种语言的代码：</translation>
    </message>
    <message>
        <source>See: %1</source>
        <translation>参见：%1</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>下一课：%1</translation>
    </message>
</context>
<context>
    <name>ui::EmptyState</name>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
</context>
<context>
    <name>ui::EndpointReport</name>
    <message>
        <source>The endpoint&apos;s clock is %1 ahead of this computer&apos;s.</source>
        <translation>服务端的时钟比本机快 %1。</translation>
    </message>
    <message>
        <source>The endpoint&apos;s clock is %1 behind this computer&apos;s.</source>
        <translation>服务端的时钟比本机慢 %1。</translation>
    </message>
    <message>
        <source>It works: queues and topics answered within %1 ms.</source>
        <translation>连接正常：队列和主题在 %1 毫秒内应答。</translation>
    </message>
    <message>
        <source>The address of %1 cannot be used.</source>
        <translation>无法使用 %1 的地址。</translation>
    </message>
    <message>
        <source>The proxy could not be used to reach %1. Check its address, or choose none.</source>
        <translation>无法通过代理到达 %1。请检查代理地址，或选择不使用代理。</translation>
    </message>
    <message>
        <source>The name %1 is not known. Check the address for a typing mistake, and whether this computer is in the right network.</source>
        <translation>找不到主机名 %1。请检查地址是否写错，以及本机是否在正确的网络中。</translation>
    </message>
    <message>
        <source>Nobody answers at %1. Check the port, and whether a firewall is in between.</source>
        <translation>%1 没有应答。请检查端口，以及中间是否有防火墙。</translation>
    </message>
    <message>
        <source>The encryption with %1 failed, so nothing was sent: its certificate is not trusted here, or it speaks no TLS.</source>
        <translation>与 %1 的加密失败，没有发送任何内容：本机不信任它的证书，或者它不支持 TLS。</translation>
    </message>
    <message>
        <source>%1 answers, but not as a CMQ endpoint does. Is this the right address?</source>
        <translation>%1 有应答，但不是 CMQ 服务端的应答。地址正确吗？</translation>
    </message>
    <message>
        <source>The signature was refused, and the clocks differ: %1 Set this computer&apos;s clock right.</source>
        <translation>签名被拒绝，而且时钟不一致：%1请校准本机时钟。</translation>
    </message>
    <message>
        <source>%1 does not know this SecretId, or it is disabled.</source>
        <translation>%1 不认识这个 SecretId，或者它已被禁用。</translation>
    </message>
    <message>
        <source>%1 knows the SecretId, but refused the signature: the SecretKey does not belong to it.</source>
        <translation>%1 认识这个 SecretId，但拒绝了签名：SecretKey 与它不匹配。</translation>
    </message>
    <message>
        <source>The key is right, but it may not list %1 at %2. Give it the permission for CMQ.</source>
        <translation>密钥正确，但没有在 %2 列出%1的权限。请为它授予 CMQ 权限。</translation>
    </message>
    <message>
        <source>topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>%1 serves no topics. Give the topic address of its own.</source>
        <translation>%1 不提供主题。请单独填写主题地址。</translation>
    </message>
    <message>
        <source>%1 serves no queues. Are queue and topic address exchanged?</source>
        <translation>%1 不提供队列。队列地址和主题地址是否填反了？</translation>
    </message>
    <message>
        <source>%1 refused the request: %2</source>
        <translation>%1 拒绝了请求：%2</translation>
    </message>
</context>
<context>
    <name>ui::ErrorText</name>
    <message>
        <source>This queue does not exist any more.</source>
        <translation>该队列已不存在。</translation>
    </message>
    <message>
        <source>A queue of this name exists already. Names that differ only in case count as the same.</source>
        <translation>同名队列已存在。仅大小写不同的名称视为同名。</translation>
    </message>
    <message>
        <source>1 to 64 letters, digits, “-” or “_”; the first one is a letter.</source>
        <translation>1–64 个字母、数字、“-”或“_”，以字母开头。</translation>
    </message>
    <message>
        <source>A queue of this name was deleted a moment ago. Try again shortly.</source>
        <translation>同名队列刚刚被删除，请稍后再试。</translation>
    </message>
    <message>
        <source>No more queues can be created here.</source>
        <translation>队列数量已达上限。</translation>
    </message>
    <message>
        <source>The queue is full. Receive and delete messages, or raise its maximum backlog.</source>
        <translation>队列已满。请取出并删除消息，或调高消息堆积数量上限。</translation>
    </message>
    <message>
        <source>A message has at least one byte.</source>
        <translation>消息至少要有 1 个字节。</translation>
    </message>
    <message>
        <source>The message is longer than the queue&apos;s maximum message size.</source>
        <translation>消息超过该队列的消息最大长度。</translation>
    </message>
    <message>
        <source>Together the messages are longer than 1 MiB.</source>
        <translation>消息总长度超过 1 MiB。</translation>
    </message>
    <message>
        <source>The delay is 0 to 3,600 seconds.</source>
        <translation>延迟时间为 0–3,600 秒。</translation>
    </message>
    <message>
        <source>Too many messages are in flight or delayed. Delete some, then try again.</source>
        <translation>不可见消息或延时消息过多。请删除一些后再试。</translation>
    </message>
    <message>
        <source>This receipt handle is not valid any more: the message is visible again, was received again, or is deleted.</source>
        <translation>接收句柄已失效：消息已重新可见、被再次取出或已被删除。</translation>
    </message>
    <message>
        <source>This is no receipt handle.</source>
        <translation>这不是有效的接收句柄。</translation>
    </message>
    <message>
        <source>Rewind is off for this queue. Set its rewind time first.</source>
        <translation>该队列未开启消息回溯。请先设置可回溯时间范围。</translation>
    </message>
    <message>
        <source>This queue cannot be rewound to that time: it lies outside the range.</source>
        <translation>无法回溯到该时间：超出可回溯的范围。</translation>
    </message>
    <message>
        <source>The rewind time cannot be longer than the retention.</source>
        <translation>可回溯时间不能长于消息生命周期。</translation>
    </message>
    <message>
        <source>Other queues use it as their dead-letter queue. Unbind them first.</source>
        <translation>它是其他队列的死信队列，请先解除绑定。</translation>
    </message>
    <message>
        <source>The dead-letter queue does not exist.</source>
        <translation>死信队列不存在。</translation>
    </message>
    <message>
        <source>There was no message to receive.</source>
        <translation>没有可取的消息。</translation>
    </message>
    <message>
        <source>Too many requests in a short time. Wait a moment, then try again.</source>
        <translation>短时间内请求过多，请稍候再试。</translation>
    </message>
    <message>
        <source>This connection cannot do that.</source>
        <translation>当前连接不支持此操作。</translation>
    </message>
    <message>
        <source>This connection is read-only; nothing was changed.</source>
        <translation>当前连接为只读，未做任何更改。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The endpoint could not be reached.</source>
        <translation>无法连接到服务地址。</translation>
    </message>
    <message>
        <source>The store could not be written. Is the disk full or the folder read-only?</source>
        <translation>无法写入存储。磁盘是否已满，或文件夹为只读？</translation>
    </message>
    <message>
        <source>The broker refused: %1</source>
        <translation>服务拒绝了请求：%1</translation>
    </message>
    <message>
        <source>The broker refused %1: %2</source>
        <translation>服务拒绝了 %1：%2</translation>
    </message>
    <message>
        <source>It may have happened nevertheless; look before you repeat it.</source>
        <translation>操作可能已经生效，重试前请先确认。</translation>
    </message>
    <message>
        <source>The endpoint does not know this SecretId, or it is disabled.</source>
        <translation>服务端不认识这个 SecretId，或者它已被禁用。</translation>
    </message>
    <message>
        <source>The endpoint refused the signature: the SecretKey does not belong to the SecretId, or this computer&apos;s clock is wrong.</source>
        <translation>服务端拒绝了签名：SecretKey 与 SecretId 不匹配，或者本机时钟不准。</translation>
    </message>
    <message>
        <source>This key has no permission for that.</source>
        <translation>这个密钥没有相应权限。</translation>
    </message>
    <message>
        <source>No usable answer came from the endpoint.</source>
        <translation>服务端没有给出可用的应答。</translation>
    </message>
    <message>
        <source>This topic does not exist any more.</source>
        <translation>该主题已不存在。</translation>
    </message>
    <message>
        <source>A topic of this name exists already. Names that differ only in case count as the same.</source>
        <translation>已存在同名主题。仅大小写不同的名称视为相同。</translation>
    </message>
    <message>
        <source>A topic of this name was deleted a moment ago. Try again shortly.</source>
        <translation>同名主题刚被删除，请稍后再试。</translation>
    </message>
    <message>
        <source>No more topics can be created here.</source>
        <translation>无法再创建更多主题。</translation>
    </message>
    <message>
        <source>The topic still has subscriptions. End them first.</source>
        <translation>主题下仍有订阅，请先取消订阅。</translation>
    </message>
    <message>
        <source>This subscription does not exist any more.</source>
        <translation>该订阅已不存在。</translation>
    </message>
    <message>
        <source>The topic has a subscription of this name already. Names that differ only in case count as the same.</source>
        <translation>该主题已有同名订阅。仅大小写不同的名称视为相同。</translation>
    </message>
    <message>
        <source>The topic cannot have more subscriptions.</source>
        <translation>该主题不能再添加订阅。</translation>
    </message>
    <message>
        <source>An address begins with http:// or https:// and has at most 500 characters; a queue is named as queues are.</source>
        <translation>地址以 http:// 或 https:// 开头，最多 500 个字符；队列名须符合队列命名规则。</translation>
    </message>
    <message>
        <source>Messages may not be pushed to this address.</source>
        <translation>不允许向该地址推送消息。</translation>
    </message>
    <message>
        <source>An address has no blanks.</source>
        <translation>地址中不能有空格。</translation>
    </message>
    <message>
        <source>At most 5 tags.</source>
        <translation>最多 5 个标签。</translation>
    </message>
    <message>
        <source>At most 5 binding keys.</source>
        <translation>最多 5 个绑定键。</translation>
    </message>
    <message>
        <source>A key has at most 15 dots.</source>
        <translation>键中最多 15 个点。</translation>
    </message>
    <message>
        <source>This topic filters by routing key: give a binding key.</source>
        <translation>该主题按路由键过滤，请填写绑定键。</translation>
    </message>
    <message>
        <source>This topic needs a routing key.</source>
        <translation>该主题需要路由键。</translation>
    </message>
    <message>
        <source>The topic has no subscription, so the message was not kept.</source>
        <translation>主题没有订阅，消息未保留。</translation>
    </message>
    <message>
        <source>No subscription wants this message, so it was not kept.</source>
        <translation>没有订阅匹配这条消息，消息未保留。</translation>
    </message>
    <message>
        <source>A routing key has words between dots, without * and #.</source>
        <translation>路由键由点分隔的单词组成，不含 * 和 #。</translation>
    </message>
    <message>
        <source>A tag has 1 to 16 characters.</source>
        <translation>标签为 1 到 16 个字符。</translation>
    </message>
    <message>
        <source>A key has at most 64 bytes.</source>
        <translation>键最多 64 字节。</translation>
    </message>
    <message>
        <source>1 KiB to 1 MiB.</source>
        <translation>1 KiB 到 1 MiB。</translation>
    </message>
    <message>
        <source>A copy holds 200,000 messages and 256 MiB at most. Copy single queues, or selected messages.</source>
        <translation>副本最多容纳 200,000 条消息和 256 MiB。请复制单个队列，或选中的消息。</translation>
    </message>
</context>
<context>
    <name>ui::ExchangeDetails</name>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Select a request to see what was asked and answered.</source>
        <translation>选择一个请求，查看其内容和响应。</translation>
    </message>
</context>
<context>
    <name>ui::ExchangeTable</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>接口</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>返回码</translation>
    </message>
    <message>
        <source>CMQ&apos;s code; 0 is success</source>
        <translation>CMQ 的返回码；0 表示成功</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>耗时</translation>
    </message>
</context>
<context>
    <name>ui::FeedNotice</name>
    <message>
        <source>What is shown is from %1.</source>
        <translation>当前显示的是 %1 的数据。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message numerus="yes">
        <source>%n did not answer: %1</source>
        <extracomment>%1 names the queues or topics</extracomment>
        <translation>
            <numerusform>%n 个没有应答：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>What is shown of them was known before.</source>
        <translation>显示的是它们以前的数据。</translation>
    </message>
</context>
<context>
    <name>ui::Figures</name>
    <message>
        <source>≈ asked %1</source>
        <extracomment>%1 is an age such as &quot;3 s ago&quot;</extracomment>
        <translation>≈ %1查询</translation>
    </message>
    <message>
        <source>The service counts approximately, and 30 to 60 s late.</source>
        <translation>服务端的计数是近似值，并滞后 30 到 60 秒。</translation>
    </message>
    <message>
        <source>TDMQ counts delayed messages as 0 while nobody consumes.</source>
        <translation>TDMQ 在没有消费者时把延时消息计为 0。</translation>
    </message>
</context>
<context>
    <name>ui::FilterMatrix</name>
    <message>
        <source>(empty key)</source>
        <translation>（空路由键）</translation>
    </message>
    <message>
        <source>(no tag)</source>
        <translation>（无标签）</translation>
    </message>
</context>
<context>
    <name>ui::FilterPart</name>
    <message>
        <source>Sample messages, one a line: tags with commas between. An empty line is a message without tag. Nothing is sent.</source>
        <translation>示例消息，每行一条，标签之间用逗号分隔。空行表示没有标签的消息。不会发送任何消息。</translation>
    </message>
    <message>
        <source>Sample routing keys, one a line. An empty line is the empty key. Nothing is sent.</source>
        <translation>示例路由键，每行一个。空行表示空路由键。不会发送任何消息。</translation>
    </message>
    <message>
        <source>Sample messages</source>
        <translation>示例消息</translation>
    </message>
    <message>
        <source>Who would receive which sample, and why</source>
        <translation>哪个订阅会收到哪条示例消息，以及原因</translation>
    </message>
</context>
<context>
    <name>ui::FilterTester</name>
    <message>
        <source>Filters of %1</source>
        <translation>%1 的过滤规则</translation>
    </message>
</context>
<context>
    <name>ui::Filters</name>
    <message>
        <source>, </source>
        <comment>between tags or keys</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>It has no filter tag and gets all</source>
        <translation>没有消息过滤标签，接收全部消息</translation>
    </message>
    <message>
        <source>Both have the tag “%1”</source>
        <translation>双方都有标签“%1”</translation>
    </message>
    <message>
        <source>It filters, but the message has no tag</source>
        <translation>订阅设置了过滤，但消息没有标签</translation>
    </message>
    <message>
        <source>No filter tag is a tag of the message</source>
        <translation>没有与消息标签相同的过滤标签</translation>
    </message>
    <message>
        <source>The binding key “%1” matches</source>
        <translation>绑定键“%1”匹配</translation>
    </message>
    <message>
        <source>No binding key matches</source>
        <translation>没有匹配的绑定键</translation>
    </message>
    <message>
        <source>It has no binding key and gets nothing</source>
        <translation>没有绑定键，收不到任何消息</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部消息</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Routing key</source>
        <translation>路由键</translation>
    </message>
</context>
<context>
    <name>ui::FindBar</name>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Find in the body</source>
        <translation>在消息体中查找</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>上一处 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>下一处 (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>ui::FindDialog</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Dead-letter queue</source>
        <translation>死信队列</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>Message ID</source>
        <translation>消息 ID</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Queue or topic</source>
        <translation>队列或主题</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>消息内容</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) could not be looked into</source>
        <translation>
            <numerusform>%n 处无法查看</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 queues, %3 messages looked at</source>
        <translation>已查看 %1/%2 个队列、%3 条消息</translation>
    </message>
    <message>
        <source>there may be more; narrow the search</source>
        <translation>可能还有更多，请缩小范围</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>查找中…</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>The trace knows no bodies, and what is gone is found by its ID, tag or key as long as the trace remembers it.</source>
        <translation>轨迹中没有消息内容；已消失的消息在轨迹保留期内可按 ID、标签或路由键找到。</translation>
    </message>
    <message>
        <source>Select a message first.</source>
        <translation>请先选择一条消息。</translation>
    </message>
    <message>
        <source>Show what happened to this message, and why</source>
        <translation>显示这条消息发生了什么以及原因</translation>
    </message>
    <message>
        <source>Show its queue in a tab of its own</source>
        <translation>在单独的标签页中显示其队列</translation>
    </message>
    <message>
        <source>It is in no queue any more.</source>
        <translation>它已不在任何队列中。</translation>
    </message>
    <message>
        <source>Find messages everywhere</source>
        <translation>全局查找消息</translation>
    </message>
    <message>
        <source>Body or ID</source>
        <translation>内容或 ID</translation>
    </message>
    <message>
        <source>Words, id:7, size&gt;10k, receives&gt;2, $.order.id = 7</source>
        <translation>词语、id:7、size&gt;10k、receives&gt;2、$.order.id = 7</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Tag or routing key</source>
        <translation>标签或路由键</translation>
    </message>
    <message>
        <source>Of messages published to topics</source>
        <translation>针对发布到主题的消息</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>最近 %1</translation>
    </message>
    <message>
        <source>&amp;Life line</source>
        <translation>生命线(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Open the queue</source>
        <translation>打开队列(&amp;O)</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>找到的消息</translation>
    </message>
    <message>
        <source>Which message?</source>
        <translation>哪条消息？</translation>
    </message>
    <message>
        <source>All queues, dead-letter queues and the trace are looked through.</source>
        <translation>将查找所有队列、死信队列和轨迹。</translation>
    </message>
    <message>
        <source>Messages of this connection cannot be looked at without receiving them: CMQ&apos;s API has no such call.</source>
        <translation>此连接的消息不接收就无法查看：CMQ 的 API 没有这样的调用。</translation>
    </message>
</context>
<context>
    <name>ui::Format</name>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <extracomment>%1 is a span such as &quot;3 s&quot;</extracomment>
        <translation>%1前</translation>
    </message>
</context>
<context>
    <name>ui::GuideWindow</name>
    <message>
        <source>User guide</source>
        <translation>使用指南</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>guide.md</source>
        <extracomment>The file of the user guide in this language.</extracomment>
        <translation>guide.zh.md</translation>
    </message>
</context>
<context>
    <name>ui::Handle</name>
    <message>
        <source>It is not valid any more: the message was deleted at %1, and a handle works once.</source>
        <translation>它已失效：消息已于 %1 删除，句柄只能使用一次。</translation>
    </message>
    <message>
        <source>It is not valid any more: the visibilityTimeout ended at %1, %2 after the receive, and the message was visible again.</source>
        <translation>它已失效：visibilityTimeout 于 %1（接收后 %2）结束，消息重新可见。</translation>
    </message>
    <message>
        <source>It is not valid any more: the message went to the dead-letter queue %1 at %2.</source>
        <translation>它已失效：消息于 %2 转入死信队列 %1。</translation>
    </message>
    <message>
        <source>It is not valid any more since %1: %2</source>
        <translation>它自 %1 起失效：%2</translation>
    </message>
    <message>
        <source>Receipt handle %1: no receive is known that gave it out.</source>
        <translation>接收句柄 %1：没有找到给出它的接收。</translation>
    </message>
    <message>
        <source>Receipt handle %1 was given out by receive %2 at %3.</source>
        <translation>接收句柄 %1 由第 %2 次接收于 %3 给出。</translation>
    </message>
    <message>
        <source>It is valid until %1.</source>
        <translation>它在 %1 之前有效。</translation>
    </message>
    <message>
        <source>Receive %1 took over at %2, with handle %3.</source>
        <translation>第 %1 次接收于 %2 接管，句柄为 %3。</translation>
    </message>
</context>
<context>
    <name>ui::HelpCard</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Show goal</source>
        <translation>查看目标</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Play the solution from the start</source>
        <translation>从头播放答案</translation>
    </message>
    <message>
        <source>See it fail, from the start:</source>
        <translation>看它失败（从头开始）：</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>There are no more hints.</source>
        <translation>没有更多提示了。</translation>
    </message>
    <message>
        <source>When you are done:</source>
        <translation>完成时：</translation>
    </message>
</context>
<context>
    <name>ui::HistoryPanel</name>
    <message>
        <source>you are here</source>
        <translation>当前位置</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of a script</source>
        <translation>
            <numerusform>脚本的 %n 个步骤</numerusform>
        </translation>
    </message>
    <message>
        <source>History</source>
        <translation>操作历史</translation>
    </message>
    <message>
        <source>Everything that was done in this branch; time passed in between.</source>
        <translation>在这个分支里做过的一切，其间时间在流逝。</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>回到这里</translation>
    </message>
    <message>
        <source>Takes back what came later, or does again what was taken back</source>
        <translation>撤销此后所做的操作，或重做已撤销的操作</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ui::ImportDialog</name>
    <message>
        <source>Import from %1</source>
        <translation>从 %1 导入</translation>
    </message>
    <message>
        <source>Delete what is here and not there</source>
        <translation>删除来源中没有的对象</translation>
    </message>
    <message>
        <source>Show what stays as it is</source>
        <translation>显示无需变更的对象</translation>
    </message>
    <message>
        <source>Plan of the import</source>
        <translation>导入计划</translation>
    </message>
    <message>
        <source>Carry out…</source>
        <translation>执行…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n to create</source>
        <translation>
            <numerusform>新建 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to change</source>
        <translation>
            <numerusform>修改 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to delete</source>
        <translation>
            <numerusform>删除 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>不变 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n impossible</source>
        <translation>
            <numerusform>无法实现 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>没有需要执行的操作。</translation>
    </message>
</context>
<context>
    <name>ui::InspectDialog</name>
    <message>
        <source>Message %1</source>
        <translation>消息 %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ui::JsonError</name>
    <message>
        <source>an object does not end</source>
        <translation>对象没有结束</translation>
    </message>
    <message>
        <source>a colon is missing</source>
        <translation>缺少冒号</translation>
    </message>
    <message>
        <source>an array does not end</source>
        <translation>数组没有结束</translation>
    </message>
    <message>
        <source>a comma or the end of the list is missing</source>
        <translation>缺少逗号或列表的结尾</translation>
    </message>
    <message>
        <source>this is no number</source>
        <translation>这不是数字</translation>
    </message>
    <message>
        <source>no escape begins like that</source>
        <translation>没有这样的转义</translation>
    </message>
    <message>
        <source>this is not UTF-8</source>
        <translation>这不是 UTF-8</translation>
    </message>
    <message>
        <source>a string does not end</source>
        <translation>字符串没有结束</translation>
    </message>
    <message>
        <source>a member is missing</source>
        <translation>缺少成员</translation>
    </message>
    <message>
        <source>something stands after the end of the value</source>
        <translation>值结束之后还有内容</translation>
    </message>
    <message>
        <source>no value begins like that</source>
        <translation>没有以此开头的值</translation>
    </message>
    <message>
        <source>the text ends too early</source>
        <translation>文本提前结束</translation>
    </message>
</context>
<context>
    <name>ui::JsonModel</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n 个成员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n 个元素</numerusform>
        </translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>ui::KeyWalk</name>
    <message>
        <source>%1 takes no word</source>
        <translation>%1 不匹配任何词</translation>
    </message>
    <message>
        <source>%1 takes %2</source>
        <extracomment>a word of a binding key, and the words of a routing key that it stands for</extracomment>
        <translation>%1 匹配 %2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between steps</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>the routing key ends where %1 wants a word</source>
        <translation>路由键已结束，而 %1 还需要一个词</translation>
    </message>
    <message>
        <source>nothing is left for word %1 of the routing key, %2</source>
        <translation>路由键的第 %1 个词 %2 没有可匹配的内容</translation>
    </message>
    <message>
        <source>word %1 of the routing key is %2, and %3 is wanted</source>
        <translation>路由键的第 %1 个词是 %2，需要的是 %3</translation>
    </message>
    <message>
        <source>%1 matches: both have no word</source>
        <translation>%1 匹配：两者都没有词</translation>
    </message>
    <message>
        <source>%1 matches: %2</source>
        <extracomment>%1 is a binding key, %2 says what its words take</extracomment>
        <translation>%1 匹配：%2</translation>
    </message>
    <message>
        <source>%1 does not match: %2</source>
        <translation>%1 不匹配：%2</translation>
    </message>
</context>
<context>
    <name>ui::LabPage</name>
    <message>
        <source>Lab</source>
        <translation>实验室</translation>
    </message>
    <message>
        <source>Learn CMQ by doing: each lesson has a sandbox of its own, with the real broker in it and a clock that obeys you.</source>
        <translation>动手学 CMQ：每一课都有自己的沙盒，里面是真正的 broker，时钟听你指挥。</translation>
    </message>
    <message>
        <source>Open a scenario…</source>
        <translation>打开场景…</translation>
    </message>
    <message>
        <source>From a file. It runs in a sandbox of its own and reaches nothing else.</source>
        <translation>从文件打开。它在自己的沙盒里运行，不会触及任何其他东西。</translation>
    </message>
    <message>
        <source>Empty scenario</source>
        <translation>空场景</translation>
    </message>
    <message>
        <source>Do something in a sandbox and save it as a scenario or a lesson</source>
        <translation>在沙盒里做点什么，并保存为场景或课程</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>再来一次</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>已开始</translation>
    </message>
    <message>
        <source>Done with the solution</source>
        <translation>看答案后完成</translation>
    </message>
    <message>
        <source>Done with a hint</source>
        <translation>看提示后完成</translation>
    </message>
    <message>
        <source>Done alone</source>
        <translation>独立完成</translation>
    </message>
    <message>
        <source>%1 of %2 done · next: %3</source>
        <translation>已完成 %1 / %2 · 下一课：%3</translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation>打开场景</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>无法读取文件。</translation>
    </message>
    <message>
        <source>The file is no scenario that can be read.</source>
        <translation>该文件不是可读取的场景。</translation>
    </message>
</context>
<context>
    <name>ui::LabText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 或更多</translation>
    </message>
    <message>
        <source>%1 or fewer</source>
        <translation>%1 或更少</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的 %1</translation>
    </message>
    <message>
        <source>%1 named %2</source>
        <translation>名为 %2 的 %1</translation>
    </message>
    <message>
        <source>Messages in %1</source>
        <translation>%1 中的消息</translation>
    </message>
    <message>
        <source>Messages that wait for %1</source>
        <translation>等待 %1 的消息</translation>
    </message>
    <message>
        <source>Events “%1”</source>
        <translation>事件“%1”</translation>
    </message>
    <message>
        <source>Calls answered with %1</source>
        <translation>以 %1 回答的调用</translation>
    </message>
    <message>
        <source>Calls of %1</source>
        <translation>对 %1 的调用</translation>
    </message>
    <message>
        <source>Receives of one message</source>
        <translation>同一条消息的接收次数</translation>
    </message>
    <message>
        <source>Work that %1 did more than once</source>
        <translation>%1 重复做的工作</translation>
    </message>
    <message>
        <source>Work that %1 did</source>
        <translation>%1 做的工作</translation>
    </message>
    <message>
        <source>Seconds since the start</source>
        <translation>开始以来的秒数</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The code of the language in which lessons are told: en or zh.</extracomment>
        <translation>zh</translation>
    </message>
    <message>
        <source>There is no %1.</source>
        <translation>没有 %1。</translation>
    </message>
    <message>
        <source>%1: too many.</source>
        <translation>%1：太多了。</translation>
    </message>
    <message>
        <source>%1: now %2, wanted %3.</source>
        <translation>%1：现在 %2，要求 %3。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Let %1 pass</source>
        <translation>让时间过去 %1</translation>
    </message>
    <message>
        <source>The answer to %1 comes</source>
        <translation>%1 的答复到来</translation>
    </message>
    <message>
        <source>Change %1: %2</source>
        <translation>更改 %1：%2</translation>
    </message>
    <message>
        <source>Something breaks</source>
        <translation>发生故障</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>sends to %1, one each %2</source>
        <translation>向 %1 发送，每 %2 一条</translation>
    </message>
    <message>
        <source>, tries again when no answer comes</source>
        <translation>，没有答复就重试</translation>
    </message>
    <message numerus="yes">
        <source>%n worker(s) for %1, %2 for each message</source>
        <translation>
            <numerusform>%n 个工作者处理 %1，每条 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>, crashes in %1 %</source>
        <translation>，崩溃概率 %1%</translation>
    </message>
    <message>
        <source>, forgets to delete in %1 %</source>
        <translation>，忘记删除概率 %1%</translation>
    </message>
    <message>
        <source>, fails on %1</source>
        <translation>，遇到 %1 就失败</translation>
    </message>
    <message>
        <source>, remembers what it has done</source>
        <translation>，记住做过的事</translation>
    </message>
    <message>
        <source>receives at %1</source>
        <translation>在 %1 接收</translation>
    </message>
    <message>
        <source>%1 (stopped)</source>
        <translation>%1（已停止）</translation>
    </message>
    <message>
        <source>%1: %2 visible, %3 in flight, %4 delayed</source>
        <translation>%1：可见 %2，不可见 %3，延时 %4</translation>
    </message>
</context>
<context>
    <name>ui::LessonPanel</name>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Everything as it was at the start</source>
        <translation>一切恢复到开始时的样子</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Plays the steps of the scenario from the start</source>
        <translation>从头播放场景的步骤</translation>
    </message>
    <message>
        <source>Save what I did…</source>
        <translation>保存我做的…</translation>
    </message>
    <message>
        <source>As a scenario file that does it again</source>
        <translation>保存为可以重做一遍的场景文件</translation>
    </message>
    <message>
        <source>Edit as a lesson…</source>
        <translation>编辑成课程…</translation>
    </message>
    <message>
        <source>Texts, tasks and checks; what you did is the solution</source>
        <translation>文字、任务和检查；你做的就是答案</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>故事</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Takes back the last thing that was done, with everything after it</source>
        <translation>撤回最近做的一件事，以及之后的一切</translation>
    </message>
    <message>
        <source>Nothing was done yet.</source>
        <translation>还没有做过任何事。</translation>
    </message>
    <message>
        <source>Does again what was taken back</source>
        <translation>把撤销的再做一遍</translation>
    </message>
    <message>
        <source>Nothing was taken back.</source>
        <translation>没有撤销过任何操作。</translation>
    </message>
    <message>
        <source>You have reached the goal.</source>
        <translation>你达成了目标。</translation>
    </message>
    <message>
        <source>Every check is met.</source>
        <translation>所有检查都已满足。</translation>
    </message>
    <message>
        <source>Save what was done as a scenario</source>
        <translation>把做过的事保存为场景</translation>
    </message>
    <message>
        <source>A scenario file cannot hold the messages that this sandbox began with.</source>
        <translation>场景文件无法容纳这个沙盒开始时就有的消息。</translation>
    </message>
    <message>
        <source>You go on where you left it.</source>
        <translation>从上次离开的地方继续。</translation>
    </message>
</context>
<context>
    <name>ui::LessonState</name>
    <message>
        <source>%1 of %2 were deleted; the others: %3</source>
        <translation>删除了 %1 / %2 条；其余：%3</translation>
    </message>
</context>
<context>
    <name>ui::LifeExport</name>
    <message>
        <source>Message %1</source>
        <translation>消息 %1</translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>ui::LifeLine</name>
    <message>
        <source>It was published to the topic %1, and the subscription %2 gives it to this queue. It has %3 and is visible at once.</source>
        <translation>消息发布到主题 %1，由订阅 %2 投递到此队列。大小 %3，立即可见。</translation>
    </message>
    <message>
        <source>It has %1. It was sent without a delay (delaySeconds 0), so it is visible at once.</source>
        <translation>大小 %1。发送时没有延时（delaySeconds 0），所以立即可见。</translation>
    </message>
    <message>
        <source>It has %1. It was sent with delaySeconds %2, so nobody can receive it before %3.</source>
        <translation>大小 %1。发送时 delaySeconds 为 %2，所以在 %3 之前无法被接收。</translation>
    </message>
    <message>
        <source> Earlier handles are not valid any more.</source>
        <comment>begins with a space</comment>
        <translation>更早的句柄不再有效。</translation>
    </message>
    <message>
        <source>It was not deleted within the visibilityTimeout, so it is visible again and receipt handle %1 is not valid any more.</source>
        <translation>在 visibilityTimeout 内没有被删除，所以重新可见，接收句柄 %1 不再有效。</translation>
    </message>
    <message>
        <source>It was not deleted within the visibilityTimeout of %1, so it is visible again and receipt handle %2 is not valid any more.</source>
        <translation>在 %1 的 visibilityTimeout 内没有被删除，所以重新可见，接收句柄 %2 不再有效。</translation>
    </message>
    <message>
        <source>Its receipt handle %1 was used to delete it.</source>
        <translation>用接收句柄 %1 删除。</translation>
    </message>
    <message>
        <source>Its receipt handle %1 was used to delete it, %2 after the receive and %3 before the handle would have ended.</source>
        <translation>用接收句柄 %1 删除：在接收后 %2，句柄失效前 %3。</translation>
    </message>
    <message>
        <source> A rewind can bring it back until %1: %2 is %3, counted from when it was sent.</source>
        <comment>begins with a space</comment>
        <translation>在 %1 之前可以回溯：%2 为 %3，从发送时算起。</translation>
    </message>
    <message>
        <source> It is gone: the queue has no rewinding (rewindSeconds 0).</source>
        <comment>begins with a space</comment>
        <translation>消息已不存在：队列没有开启回溯（rewindSeconds 0）。</translation>
    </message>
    <message>
        <source> It is gone: it is older than %1, %2.</source>
        <comment>begins with a space</comment>
        <translation>消息已不存在：已超过 %1（%2）。</translation>
    </message>
    <message>
        <source>Its life ended: %1 is %2, counted from when it was sent.</source>
        <translation>生命周期结束：%1 为 %2，从发送时算起。</translation>
    </message>
    <message>
        <source>It was %1 old; %2 is %3.</source>
        <translation>消息已存在 %1；%2 为 %3。</translation>
    </message>
    <message numerus="yes">
        <source> %n message(s) of this queue went at once.</source>
        <comment>begins with a space</comment>
        <translation>
            <numerusform>此队列一次过期了 %n 条消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>It was not deleted for %1 since it first became visible, the queue&apos;s maxTimeToLive. It went to the dead-letter queue %2.</source>
        <translation>首次可见后 %1内没有被删除，这是队列的 maxTimeToLive。已转入死信队列 %2。</translation>
    </message>
    <message numerus="yes">
        <source>It was received %n time(s) without being deleted; the queue&apos;s maxReceiveCount is %1. It went to the dead-letter queue %2.</source>
        <translation>
            <numerusform>被接收 %n 次而没有被删除；队列的 maxReceiveCount 为 %1。已转入死信队列 %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>It should go to the dead-letter queue %1, which does not exist. Tried again at %2.</source>
        <translation>应转入死信队列 %1，但它不存在。在 %2 重试。</translation>
    </message>
    <message>
        <source>It should go to the dead-letter queue %1, which is full (maxMsgHeapNum %2). Tried again at %3.</source>
        <translation>应转入死信队列 %1，但它已满（maxMsgHeapNum %2）。在 %3 重试。</translation>
    </message>
    <message>
        <source>It should go to the dead-letter queue %1, which still holds messages from before it became one; they must be consumed first. Tried again at %2.</source>
        <translation>应转入死信队列 %1，但它还有成为死信队列之前的消息，须先消费。在 %2 重试。</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Delay ended</source>
        <translation>延时结束</translation>
    </message>
    <message>
        <source>Receive %1</source>
        <comment>which receive it was</comment>
        <translation>第 %1 次接收</translation>
    </message>
    <message>
        <source>Visible again</source>
        <translation>重新可见</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Rewound</source>
        <translation>已回溯</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>No longer rewindable</source>
        <translation>不再可回溯</translation>
    </message>
    <message>
        <source>Dead-lettered</source>
        <translation>转入死信队列</translation>
    </message>
    <message>
        <source>Arrived as dead letter</source>
        <translation>作为死信到达</translation>
    </message>
    <message>
        <source>Dead-lettering is blocked</source>
        <translation>转入死信受阻</translation>
    </message>
    <message>
        <source>Queue purged</source>
        <translation>队列已清空</translation>
    </message>
    <message>
        <source>Queue deleted</source>
        <translation>队列已删除</translation>
    </message>
    <message>
        <source>The delay that it was sent with is over.</source>
        <translation>发送时设置的延时已结束。</translation>
    </message>
    <message>
        <source>The delay that it was sent with, %1, is over.</source>
        <translation>发送时设置的延时 %1 已结束。</translation>
    </message>
    <message>
        <source>The queue was rewound to %1, and this message was not sent before that. Its receives are counted anew.</source>
        <translation>队列回溯到 %1，此消息不早于该时间发送。接收次数重新计算。</translation>
    </message>
    <message>
        <source>Rewinding was switched off (rewindSeconds 0), and all that could be rewound is gone.</source>
        <translation>消息回溯已关闭（rewindSeconds 0），所有可回溯的消息都已不存在。</translation>
    </message>
    <message>
        <source>It comes from the queue %1. Its life here begins anew: receives, age and handles are counted from now.</source>
        <translation>来自队列 %1。在这里重新开始：接收次数、存在时间和句柄从现在算起。</translation>
    </message>
    <message numerus="yes">
        <source>The queue was purged: %n message(s) went, in whatever state.</source>
        <translation>
            <numerusform>队列被清空：%n 条消息全部消失，无论处于什么状态。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The queue was deleted, and %n message(s) with it.</source>
        <translation>
            <numerusform>队列被删除，连同其中 %n 条消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>Topic %1</source>
        <translation>主题 %1</translation>
    </message>
    <message>
        <source>Subscription %1</source>
        <translation>订阅 %1</translation>
    </message>
    <message>
        <source>Queue %1</source>
        <translation>队列 %1</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>延时</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>可见</translation>
    </message>
    <message>
        <source>In flight, handle %1</source>
        <comment>which handle: 1, 2, 3</comment>
        <translation>不可见，句柄 %1</translation>
    </message>
    <message>
        <source>Rewindable</source>
        <translation>可回溯</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Being delivered</source>
        <translation>投递中</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>A state of a message and how long it lasted</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nothing is known of message %1. What happened before %2 is not kept.</source>
        <translation>没有消息 %1 的记录。%2 之前发生的事没有保留。</translation>
    </message>
    <message>
        <source>There has been no message %1 here.</source>
        <translation>这里没有过消息 %1。</translation>
    </message>
    <message>
        <source>The beginning is missing: what happened before %1 is not kept.</source>
        <translation>缺少开头：%1 之前发生的事没有保留。</translation>
    </message>
    <message>
        <source>The beginning is missing: only the latest %1 steps are shown.</source>
        <translation>缺少开头：只显示最近 %1 个步骤。</translation>
    </message>
    <message>
        <source>It was deleted from a console, without a receipt handle.</source>
        <translation>在控制台上删除，没有使用接收句柄。</translation>
    </message>
    <message>
        <source>A consumer took it.</source>
        <extracomment>%1 is an address, the name of an actor, or &quot;this console&quot;</extracomment>
        <translation>被消费者取出。</translation>
    </message>
    <message>
        <source>A consumer took it: %1.</source>
        <translation>被消费者取出：%1。</translation>
    </message>
    <message>
        <source> Receipt handle %1 is valid until %2: the queue&apos;s visibilityTimeout is %3.</source>
        <comment>begins with a space</comment>
        <translation>接收句柄 %1 在 %2 之前有效：队列的 visibilityTimeout 为 %3。</translation>
    </message>
</context>
<context>
    <name>ui::LifePanel</name>
    <message>
        <source>Export SVG…</source>
        <translation>导出 SVG…</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>Export JSON…</source>
        <translation>导出 JSON…</translation>
    </message>
    <message>
        <source>Write the drawing to a file</source>
        <translation>把图形写入文件</translation>
    </message>
    <message>
        <source>Write the steps to a file for spreadsheets</source>
        <translation>把步骤写入表格文件</translation>
    </message>
    <message>
        <source>Write the steps and states to a file for programs</source>
        <translation>把步骤和状态写入供程序使用的文件</translation>
    </message>
    <message>
        <source>Life line</source>
        <translation>生命线</translation>
    </message>
    <message>
        <source>Steps of this message</source>
        <translation>此消息的步骤</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>消息 %1</translation>
    </message>
    <message>
        <source>%1. Why? %2</source>
        <extracomment>%1 is a step of a message&apos;s life, %2 the sentences that explain it</extracomment>
        <translation>%1。为什么？%2</translation>
    </message>
    <message>
        <source>Export the life line as SVG</source>
        <translation>把生命线导出为 SVG</translation>
    </message>
    <message>
        <source>Export the life line as CSV</source>
        <translation>把生命线导出为 CSV</translation>
    </message>
    <message>
        <source>Export the life line as JSON</source>
        <translation>把生命线导出为 JSON</translation>
    </message>
    <message>
        <source>&amp;Open the queue</source>
        <translation>打开队列(&amp;O)</translation>
    </message>
    <message>
        <source>Show the queue of this step in a tab of its own</source>
        <translation>在单独的标签页中显示该步骤所在的队列</translation>
    </message>
    <message>
        <source>This step did not happen in a queue.</source>
        <translation>该步骤不是在队列中发生的。</translation>
    </message>
    <message>
        <source>In the guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>What the user guide says about it</source>
        <translation>用户指南中的相关说明</translation>
    </message>
    <message>
        <source>In the guide: %1</source>
        <translation>指南：%1</translation>
    </message>
    <message>
        <source>&amp;Copy the life as text</source>
        <translation>以文本复制生命线(&amp;C)</translation>
    </message>
    <message>
        <source>All steps with their reasons, to paste into a report</source>
        <translation>所有步骤及其原因，可粘贴到报告中</translation>
    </message>
    <message>
        <source>The life line could not be read</source>
        <translation>无法读取生命线</translation>
    </message>
    <message>
        <source>No steps</source>
        <translation>没有步骤</translation>
    </message>
    <message>
        <source>Nothing is known that happened to this message.</source>
        <translation>没有已知的与此消息有关的事件。</translation>
    </message>
</context>
<context>
    <name>ui::LifeTable</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>After</source>
        <translation>距开始</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Receipt handle</source>
        <translation>接收句柄</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>队列(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Open another folder…</source>
        <translation>打开其他文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>New &amp;sandbox in memory</source>
        <translation>新建内存沙盒(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About CMQ Console</source>
        <translation>关于 CMQ Console(&amp;A)</translation>
    </message>
    <message>
        <source>%1 – CMQ Console</source>
        <translation>%1 – CMQ Console</translation>
    </message>
    <message>
        <source>&amp;Local broker</source>
        <translation>本地服务(&amp;L)</translation>
    </message>
    <message>
        <source>Work with the messages that are kept on this machine</source>
        <translation>使用保存在本机的消息</translation>
    </message>
    <message>
        <source>&amp;Topic</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;ools</source>
        <translation>工具(&amp;O)</translation>
    </message>
    <message>
        <source>The local broker is shown already.</source>
        <translation>当前显示的就是本地服务。</translation>
    </message>
    <message>
        <source>&amp;Message</source>
        <translation>消息(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Lab</source>
        <translation>实验室(&amp;L)</translation>
    </message>
    <message>
        <source>Search or &amp;run a command…</source>
        <translation>搜索或执行命令(&amp;R)…</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或执行命令</translation>
    </message>
    <message>
        <source>Every command and every object by its name</source>
        <translation>按名称查找所有命令和对象</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>设置(&amp;E)…</translation>
    </message>
    <message>
        <source>User &amp;guide</source>
        <translation>使用指南(&amp;G)</translation>
    </message>
    <message>
        <source>What the guide says about this page</source>
        <translation>查看指南中关于此页面的内容</translation>
    </message>
    <message>
        <source>&amp;Debug</source>
        <translation>调试(&amp;D)</translation>
    </message>
    <message>
        <source>Watch the &amp;event loop</source>
        <translation>监视事件循环(&amp;E)</translation>
    </message>
    <message>
        <source>Show in the line at the bottom how long the window kept events waiting</source>
        <translation>在底部状态栏显示窗口让事件等待了多久</translation>
    </message>
</context>
<context>
    <name>ui::MessageCard</name>
    <message>
        <source>Message %1</source>
        <translation>消息 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 · sent %2 · received %n time(s)</source>
        <translation>
            <numerusform>%1 · 发送于 %2 · 已接收 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Body of message %1</source>
        <translation>消息 %1 的内容</translation>
    </message>
    <message>
        <source>Receipt handle %1</source>
        <translation>接收句柄 %1</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete message %1</source>
        <translation>删除消息 %1</translation>
    </message>
    <message>
        <source>Time until message %1 is visible again</source>
        <translation>消息 %1 重新可见前的剩余时间</translation>
    </message>
    <message>
        <source>Visible again in %1</source>
        <translation>%1后重新可见</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>It is deleted already.</source>
        <translation>该消息已删除。</translation>
    </message>
    <message>
        <source>Visible again since %1</source>
        <translation>自 %1 起重新可见</translation>
    </message>
    <message>
        <source>Its receipt handle is not valid any more. Receive it again.</source>
        <translation>接收句柄已失效，请重新接收。</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Inspect message %1</source>
        <translation>查看消息 %1</translation>
    </message>
</context>
<context>
    <name>ui::MessageCommands</name>
    <message>
        <source>&amp;Delete…</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>&amp;Send again</source>
        <translation>重新发送(&amp;S)</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>&amp;Edit and send…</source>
        <translation>编辑后发送(&amp;E)…</translation>
    </message>
    <message>
        <source>Edit and send</source>
        <translation>编辑后发送</translation>
    </message>
    <message>
        <source>&amp;Copy to a queue…</source>
        <translation>复制到队列(&amp;C)…</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>复制到</translation>
    </message>
    <message>
        <source>E&amp;xport as JSON lines…</source>
        <translation>导出为 JSON 行(&amp;X)…</translation>
    </message>
    <message>
        <source>Export JSON</source>
        <translation>导出 JSON</translation>
    </message>
    <message>
        <source>Export as CS&amp;V…</source>
        <translation>导出为 CSV(&amp;V)…</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>导出 CSV</translation>
    </message>
    <message>
        <source>Select messages first.</source>
        <translation>请先选择消息。</translation>
    </message>
    <message>
        <source>Select one message only.</source>
        <translation>请只选择一条消息。</translation>
    </message>
    <message>
        <source>CMQ deletes by receipt handle, and only a message in flight has one. Receive it first.</source>
        <translation>CMQ 凭接收句柄删除消息，只有不可见消息才有接收句柄。请先接收该消息。</translation>
    </message>
    <message>
        <source>Send copies of the selected messages to their own queue</source>
        <translation>把所选消息的副本发送到原队列</translation>
    </message>
    <message>
        <source>Change the body and send it as a new message</source>
        <translation>修改消息体并作为新消息发送</translation>
    </message>
    <message>
        <source>Delete messages</source>
        <translation>删除消息</translation>
    </message>
    <message numerus="yes">
        <source>%n selected message(s) stay: they are not in flight, so there is no receipt handle to delete them with.</source>
        <translation>
            <numerusform>所选消息中有 %n 条会保留：它们不是不可见消息，没有可用于删除的接收句柄。</numerusform>
        </translation>
    </message>
    <message>
        <source>This message is not in the queue any more.</source>
        <translation>该消息已不在队列中。</translation>
    </message>
    <message>
        <source>&amp;Life line</source>
        <translation>生命线(&amp;L)</translation>
    </message>
    <message>
        <source>Life line</source>
        <translation>生命线</translation>
    </message>
    <message>
        <source>What happened to this message, and why</source>
        <translation>此消息发生了什么，为什么</translation>
    </message>
    <message>
        <source>This connection does not tell what happened.</source>
        <translation>此连接不提供发生过的事。</translation>
    </message>
    <message>
        <source>&amp;Move to a queue…</source>
        <translation>移动到队列(&amp;M)…</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移动到</translation>
    </message>
    <message>
        <source>Com&amp;pare</source>
        <translation>比较(&amp;P)</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>&amp;Redrive…</source>
        <translation>重投(&amp;R)…</translation>
    </message>
    <message>
        <source>Redrive</source>
        <translation>重投</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Delete the selected messages</source>
        <translation>删除所选消息</translation>
    </message>
    <message>
        <source>Send copies of messages to another queue or connection</source>
        <translation>把消息的副本发送到别的队列或连接</translation>
    </message>
    <message>
        <source>Take messages to another queue or connection</source>
        <translation>把消息移到别的队列或连接</translation>
    </message>
    <message>
        <source>Show two messages side by side</source>
        <translation>并排显示两条消息</translation>
    </message>
    <message>
        <source>Select two messages.</source>
        <translation>请选择两条消息。</translation>
    </message>
    <message>
        <source>Send dead letters back to the queues they came from</source>
        <translation>把死信送回原来的队列</translation>
    </message>
    <message>
        <source>Send the messages of a file to this queue</source>
        <translation>把文件中的消息发送到此队列</translation>
    </message>
    <message>
        <source>Write messages to a file, exactly as they are: the selected ones, or all that are listed</source>
        <translation>把消息原样写入文件：所选的，或列出的全部</translation>
    </message>
    <message>
        <source>Write messages to a file for spreadsheets: the selected ones, or all that are listed</source>
        <translation>把消息写入电子表格文件：所选的，或列出的全部</translation>
    </message>
    <message>
        <source>It is deleted already.</source>
        <translation>已经删除。</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n message(s) from %1?</source>
        <translation>
            <numerusform>删除 %1 中的 %n 条消息？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are in flight: whoever received them cannot delete them any more.</source>
        <translation>
            <numerusform>其中 %n 条是不可见消息：接收者将无法再删除它们。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected message(s) are deleted already.</source>
        <translation>
            <numerusform>所选的 %n 条消息已经删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>消息 %1</translation>
    </message>
    <message>
        <source>Export first…</source>
        <translation>先导出…</translation>
    </message>
    <message>
        <source>They are lost for ever: the queue cannot be rewound.</source>
        <translation>这些消息将永久丢失：此队列没有开启回溯。</translation>
    </message>
    <message>
        <source>A rewind can bring them back for %1 after they were sent.</source>
        <translation>发送后 %1 内可以通过回溯恢复。</translation>
    </message>
    <message>
        <source>Open a copy in a sand&amp;box</source>
        <translation>在沙盒中打开副本(&amp;B)</translation>
    </message>
    <message>
        <source>Copy to a sandbox</source>
        <translation>复制到沙盒</translation>
    </message>
    <message>
        <source>The selected messages exactly as they are, with their queue, in a sandbox</source>
        <translation>把选中的消息连同其队列原样放进沙盒</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of %1</source>
        <translation>
            <numerusform>%1 的 %n 条消息</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MessageDialog</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>ui::MessageFile</name>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
<context>
    <name>ui::MessageFilter</name>
    <message>
        <source>No regular expression, from position %1 on: %2</source>
        <translation>不是正则表达式，自第 %1 个字符起：%2</translation>
    </message>
    <message>
        <source>“%1” is no number</source>
        <translation>“%1”不是数字</translation>
    </message>
    <message>
        <source>No JSON path, from position %1 on</source>
        <translation>从位置 %1 起不是 JSON 路径</translation>
    </message>
</context>
<context>
    <name>ui::MessageForm</name>
    <message>
        <source>Complete the fields first</source>
        <translation>请先填写完整</translation>
    </message>
    <message>
        <source>Message ID %1</source>
        <translation>消息 ID %1</translation>
    </message>
    <message numerus="yes">
        <source>After %n message(s) it was refused: %1</source>
        <translation>
            <numerusform>发送 %n 条后被拒绝：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MessageModel</name>
    <message>
        <source>in %1</source>
        <translation>%1后</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Sent %1</source>
        <translation>发送于 %1</translation>
    </message>
    <message>
        <source>Message ID</source>
        <translation>消息 ID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>存在时间</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Receives</source>
        <translation>接收次数</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>可见时间</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>消息体</translation>
    </message>
</context>
<context>
    <name>ui::MessageOperation</name>
    <message>
        <source>Message ID</source>
        <translation>消息 ID</translation>
    </message>
</context>
<context>
    <name>ui::MessageProperties</name>
    <message>
        <source>%1 (in %2)</source>
        <translation>%1（%2后）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%2 is an age such as &quot;3 s ago&quot;</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Message ID</source>
        <translation>消息 ID</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接收次数</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>First received</source>
        <translation>首次接收时间</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>可见时间</translation>
    </message>
    <message>
        <source>Visible again</source>
        <translation>再次可见时间</translation>
    </message>
    <message>
        <source>Receipt handle</source>
        <translation>接收句柄</translation>
    </message>
    <message>
        <source>Handles given out</source>
        <translation>已发出的句柄数</translation>
    </message>
    <message>
        <source>Can be rewound until</source>
        <translation>可回溯至</translation>
    </message>
    <message>
        <source>Retention ends</source>
        <translation>生命周期结束</translation>
    </message>
    <message>
        <source>Dead letter of</source>
        <translation>死信来源队列</translation>
    </message>
    <message>
        <source>Sent there</source>
        <translation>在来源队列的发送时间</translation>
    </message>
    <message>
        <source>Received there</source>
        <translation>在来源队列的接收次数</translation>
    </message>
</context>
<context>
    <name>ui::MessageSource</name>
    <message>
        <source>It is not in the queue any more.</source>
        <translation>它已不在队列中。</translation>
    </message>
    <message>
        <source>It is visible in the queue again.</source>
        <translation>它在队列中又可见了。</translation>
    </message>
</context>
<context>
    <name>ui::MessageState</name>
    <message>
        <source>Delayed</source>
        <translation>延时</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>可见</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>不可见</translation>
    </message>
    <message>
        <source>Rewindable</source>
        <translation>可回溯</translation>
    </message>
    <message>
        <source>Sent with a delay that has not ended (delayMsgNum)</source>
        <translation>延时尚未结束（delayMsgNum）</translation>
    </message>
    <message>
        <source>Can be received now (activeMsgNum)</source>
        <translation>现在可以接收（activeMsgNum）</translation>
    </message>
    <message>
        <source>Received, and hidden until its visibility timeout ends (inactiveMsgNum)</source>
        <translation>已被接收，在取出消息隐藏时长结束前不可见（inactiveMsgNum）</translation>
    </message>
    <message>
        <source>Deleted, but a rewind can bring it back (rewindmsgNum)</source>
        <translation>已删除，但可通过回溯恢复（rewindmsgNum）</translation>
    </message>
</context>
<context>
    <name>ui::MessageText</name>
    <message>
        <source>It is no JSON from column %1 on: %2</source>
        <translation>从第 %1 列起不是 JSON：%2</translation>
    </message>
    <message>
        <source>It has neither a text “body” nor a “bodyBase64”.</source>
        <translation>既没有文本“body”，也没有“bodyBase64”。</translation>
    </message>
</context>
<context>
    <name>ui::MessageTransfers</name>
    <message>
        <source>Export as CSV</source>
        <translation>导出为 CSV</translation>
    </message>
    <message>
        <source>Export as JSON lines</source>
        <translation>导出为 JSON 行</translation>
    </message>
    <message>
        <source>Choose a queue first.</source>
        <translation>请先选择队列。</translation>
    </message>
    <message>
        <source>This queue is not the dead-letter queue of any queue.</source>
        <translation>此队列不是任何队列的死信队列。</translation>
    </message>
    <message>
        <source>Copy messages of %1</source>
        <translation>复制 %1 的消息</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Move messages of %1</source>
        <translation>移动 %1 的消息</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Redrive dead letters of %1</source>
        <translation>重投 %1 的死信</translation>
    </message>
    <message>
        <source>Redrive</source>
        <translation>重投</translation>
    </message>
    <message>
        <source>This connection cannot look into a queue. All its messages are received one after the other, sent on, and deleted; those that are not deleted come back when their visibility timeout ends.</source>
        <translation>此连接无法查看队列内容。队列的全部消息会被逐一接收、转发并删除；没有删除的会在隐藏时长结束后重新可见。</translation>
    </message>
    <message>
        <source>Local broker</source>
        <translation>本地服务</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>沙盒</translation>
    </message>
    <message>
        <source>Import messages</source>
        <translation>导入消息</translation>
    </message>
    <message>
        <source>Import messages from %1</source>
        <translation>从 %1 导入消息</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>ui::MessageWork</name>
    <message>
        <source>Delete messages from %1</source>
        <translation>从 %1 删除消息</translation>
    </message>
    <message>
        <source>It is not in flight any more.</source>
        <translation>已不再是不可见消息。</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Sent as %1</source>
        <translation>已发送，消息 ID %1</translation>
    </message>
    <message>
        <source>Export messages to %1</source>
        <translation>导出消息到 %1</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已写入</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>未写入文件。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>the queues they came from</source>
        <translation>各自原来的队列</translation>
    </message>
    <message>
        <source>The connection it goes to was closed.</source>
        <translation>目标连接已关闭。</translation>
    </message>
    <message>
        <source>It is no dead letter: nobody knows where it came from.</source>
        <translation>它不是死信，不知道来自哪里。</translation>
    </message>
    <message>
        <source>Send messages to %1</source>
        <translation>发送消息到 %1</translation>
    </message>
    <message>
        <source>Move messages from %1 to %2</source>
        <translation>把消息从 %1 移动到 %2</translation>
    </message>
    <message>
        <source>Moved, as %1</source>
        <translation>已移动，新 ID 为 %1</translation>
    </message>
    <message>
        <source>Copied as %1, but the original is still there: %2</source>
        <translation>已复制为 %1，但原消息还在：%2</translation>
    </message>
</context>
<context>
    <name>ui::MessagesPage</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Choose a queue</source>
        <translation>选择队列</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Search the messages of this queue</source>
        <translation>搜索此队列的消息</translation>
    </message>
    <message>
        <source>Take the text for a regular expression</source>
        <translation>按正则表达式搜索</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>%1 found, %2 of %3 searched</source>
        <translation>找到 %1 条，已搜索 %2 / %3</translation>
    </message>
    <message>
        <source>The first %1 found</source>
        <translation>找到的前 %1 条</translation>
    </message>
    <message>
        <source>%1 found, %2 searched</source>
        <translation>找到 %1 条，已搜索 %2 条</translation>
    </message>
    <message>
        <source>No queue</source>
        <translation>没有队列</translation>
    </message>
    <message>
        <source>Choose a queue to see what it holds.</source>
        <translation>选择一个队列以查看其中的消息。</translation>
    </message>
    <message>
        <source>No state chosen</source>
        <translation>未选择状态</translation>
    </message>
    <message>
        <source>Switch on the states you want to see.</source>
        <translation>请打开要查看的状态。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有结果</translation>
    </message>
    <message>
        <source>No message of this queue matches.</source>
        <translation>此队列中没有匹配的消息。</translation>
    </message>
    <message>
        <source>No messages</source>
        <translation>没有消息</translation>
    </message>
    <message>
        <source>This queue holds no message in the states that are switched on.</source>
        <translation>此队列中没有处于所选状态的消息。</translation>
    </message>
    <message>
        <source>Take and hold…</source>
        <translation>取出查看…</translation>
    </message>
    <message>
        <source>Messages cannot be shown here</source>
        <translation>此处无法显示消息</translation>
    </message>
    <message>
        <source>Search bodies; $.order.id=7  id:7  size&gt;10k  receives&gt;2</source>
        <translation>搜索正文；$.order.id=7  id:7  size&gt;10k  receives&gt;2</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Open this queue in a tab of its own</source>
        <translation>在单独的标签页中打开该队列</translation>
    </message>
    <message>
        <source>Choose a queue first.</source>
        <translation>请先选择队列。</translation>
    </message>
</context>
<context>
    <name>ui::Metric</name>
    <message>
        <source>Backlog</source>
        <translation>消息堆积</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>可见</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>不可见</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>延时</translation>
    </message>
    <message>
        <source>Rewindable</source>
        <translation>可回溯</translation>
    </message>
    <message>
        <source>Age of the oldest</source>
        <translation>最早消息的存在时间</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Bytes sent</source>
        <translation>生产流量</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Empty receives</source>
        <translation>空接收</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>per second</comment>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>Average size</source>
        <translation>平均大小</translation>
    </message>
    <message>
        <source>Time in queue, p50</source>
        <translation>排队时间 p50</translation>
    </message>
    <message>
        <source>Time in queue, p95</source>
        <translation>排队时间 p95</translation>
    </message>
    <message>
        <source>Time in queue, p99</source>
        <translation>排队时间 p99</translation>
    </message>
    <message>
        <source>Handling time, p50</source>
        <translation>处理耗时 p50</translation>
    </message>
    <message>
        <source>Handling time, p95</source>
        <translation>处理耗时 p95</translation>
    </message>
    <message>
        <source>Handling time, p99</source>
        <translation>处理耗时 p99</translation>
    </message>
    <message>
        <source>Topic: backlog</source>
        <translation>主题：堆积</translation>
    </message>
    <message>
        <source>Topic: published</source>
        <translation>主题：发布</translation>
    </message>
    <message>
        <source>Topic: bytes published</source>
        <translation>主题：发布字节数</translation>
    </message>
    <message>
        <source>Topic: notifies</source>
        <translation>主题：投递次数</translation>
    </message>
    <message>
        <source>Topic: successful notifies</source>
        <translation>主题：成功投递</translation>
    </message>
</context>
<context>
    <name>ui::MonitorArea</name>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation>消费者</translation>
    </message>
</context>
<context>
    <name>ui::MonitorPage</name>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Cloud Monitor: %1</source>
        <extracomment>A metric&apos;s name in Tencent&apos;s Cloud Monitor</extracomment>
        <translation>云监控：%1</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>All that is known</source>
        <translation>全部已知</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>最近 %1</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Export PNG…</source>
        <translation>导出 PNG…</translation>
    </message>
    <message>
        <source>Export SVG…</source>
        <translation>导出 SVG…</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>Write the chart to a picture</source>
        <translation>把图表写入图片</translation>
    </message>
    <message>
        <source>Write the chart to a drawing</source>
        <translation>把图表写入矢量图</translation>
    </message>
    <message>
        <source>Write the values to a file for spreadsheets</source>
        <translation>把数值写入表格文件</translation>
    </message>
    <message>
        <source>Point at the chart, or use the arrow keys in it, to read values.</source>
        <translation>把指针移到图上，或在图中用方向键，读取数值。</translation>
    </message>
    <message>
        <source>This connection does not tell what happens, so nothing can be counted: CMQ&apos;s API has no rates. Levels are measured.</source>
        <translation>此连接不提供发生的事，无法计数：CMQ 的 API 没有速率。数量指标仍会测量。</translation>
    </message>
    <message>
        <source>Exact counts of every %1, per second.</source>
        <translation>每 %1的精确计数，折算为每秒。</translation>
    </message>
    <message>
        <source>One value every %1.</source>
        <translation>每 %1一个数值。</translation>
    </message>
    <message>
        <source> Measured since %1; where a line is missing, nothing was measured.</source>
        <comment>begins with a space</comment>
        <translation>自 %1 起测量；没有线的地方没有测量。</translation>
    </message>
    <message>
        <source> Cloud Monitor: %1.</source>
        <comment>begins with a space</comment>
        <translation>云监控：%1。</translation>
    </message>
    <message>
        <source>Export the chart as PNG</source>
        <translation>把图表导出为 PNG</translation>
    </message>
    <message>
        <source>Export the chart as SVG</source>
        <translation>把图表导出为 SVG</translation>
    </message>
    <message>
        <source>Export the values as CSV</source>
        <translation>把数值导出为 CSV</translation>
    </message>
    <message>
        <source>The average of every %1.</source>
        <translation>每 %1 的平均值。</translation>
    </message>
    <message>
        <source>Of every %1: that share took at most this long, told within 7 %.</source>
        <extracomment>p50, p95 and p99 are percentiles</extracomment>
        <translation>每 %1 中该比例的耗时不超过此值，误差不超过 7%。</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Queues or topics in the chart</source>
        <translation>图表中的队列或主题</translation>
    </message>
    <message>
        <source>Add to dashboard</source>
        <translation>添加到看板</translation>
    </message>
    <message>
        <source>Put this chart on the dashboard</source>
        <translation>把此图表放到看板上</translation>
    </message>
    <message>
        <source>At most %1 can be compared.</source>
        <translation>最多比较 %1 个。</translation>
    </message>
    <message>
        <source>Choose a queue or topic first.</source>
        <translation>请先选择队列或主题。</translation>
    </message>
    <message>
        <source>It is on the dashboard now.</source>
        <translation>已添加到看板。</translation>
    </message>
    <message>
        <source>New alarm…</source>
        <translation>新建告警…</translation>
    </message>
    <message>
        <source>Be told when what this chart shows is beyond a threshold</source>
        <translation>当图中的值超过阈值时通知我</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The queues could not be listed</source>
        <translation>无法列出队列</translation>
    </message>
    <message>
        <source>Nothing to measure yet</source>
        <translation>还没有可测量的对象</translation>
    </message>
    <message>
        <source>There is no topic.</source>
        <translation>没有主题。</translation>
    </message>
    <message>
        <source>There is no queue.</source>
        <translation>没有队列。</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>未选择对象</translation>
    </message>
    <message>
        <source>Choose up to %1 at the left to compare them.</source>
        <translation>在左侧选择最多 %1 个进行比较。</translation>
    </message>
    <message>
        <source>A span chosen by hand; a double click or 0 goes back to the latest.</source>
        <translation>手动选定的时间段；双击图表或按 0 回到最新。</translation>
    </message>
    <message>
        <source>Not measured here</source>
        <translation>这里不测量</translation>
    </message>
</context>
<context>
    <name>ui::MonitorTabs</name>
    <message>
        <source>Monitor</source>
        <translation>监控</translation>
    </message>
    <message>
        <source>Ways to look</source>
        <translation>查看方式</translation>
    </message>
</context>
<context>
    <name>ui::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>ui::ObjectTabBar</name>
    <message>
        <source>Tabs</source>
        <translation>标签页</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>关闭 %1</translation>
    </message>
    <message>
        <source>Close (Ctrl+W)</source>
        <translation>关闭 (Ctrl+W)</translation>
    </message>
</context>
<context>
    <name>ui::OpeningPage</name>
    <message>
        <source>Opening the store…</source>
        <translation>正在打开存储…</translation>
    </message>
    <message>
        <source>Large stores take a few seconds.</source>
        <translation>较大的存储需要几秒钟。</translation>
    </message>
    <message>
        <source>%1 of %2 messages are loaded.</source>
        <translation>已加载 %1 条消息，共 %2 条。</translation>
    </message>
    <message>
        <source>Progress of opening the store</source>
        <translation>打开存储的进度</translation>
    </message>
</context>
<context>
    <name>ui::Operation</name>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>ui::OperationDialog</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Retry what failed</source>
        <translation>重试失败项</translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>完成 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>失败 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>未知 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>剩余 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What came of each</source>
        <translation>每一项的结果</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>可见消息</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>不可见消息</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>延时消息</translation>
    </message>
    <message>
        <source>Rewindable</source>
        <translation>可回溯消息</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>死信</translation>
    </message>
    <message>
        <source>Queues and subscriptions</source>
        <translation>队列与订阅</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>拓扑图</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>按名称筛选</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>没有可显示的内容</translation>
    </message>
    <message>
        <source>There is no queue or subscription here, or none of that name.</source>
        <translation>这里没有队列和订阅，或没有名称匹配的。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The queues could not be listed</source>
        <translation>无法列出队列</translation>
    </message>
    <message>
        <source>Sent/s</source>
        <translation>生产/秒</translation>
    </message>
    <message>
        <source>Received/s</source>
        <translation>消费/秒</translation>
    </message>
</context>
<context>
    <name>ui::OverviewTable</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>The last five minutes</source>
        <translation>最近五分钟</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>消息堆积</translation>
    </message>
    <message>
        <source>Messages of a queue that are not deleted; of a subscription, those not delivered yet</source>
        <translation>队列：未删除的消息；订阅：尚未投递的消息</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>不可见消息</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>延时消息</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>最早消息</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>去向</translation>
    </message>
    <message>
        <source>Where a queue&apos;s dead letters go, or a subscription&apos;s messages</source>
        <translation>队列的死信或订阅的消息转往何处</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
</context>
<context>
    <name>ui::Palette</name>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或执行命令</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>匹配项</translation>
    </message>
    <message>
        <source>No command and no object fits.</source>
        <translation>没有匹配的命令或对象。</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter does it · Esc closes</source>
        <translation>↑ ↓ 选择 · Enter 执行 · Esc 关闭</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Subscription of %1</source>
        <translation>%1 的订阅</translation>
    </message>
</context>
<context>
    <name>ui::PlanTable</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>What</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Impossible</source>
        <translation>无法实现</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Alarm rule</source>
        <translation>告警规则</translation>
    </message>
</context>
<context>
    <name>ui::Profile</name>
    <message>
        <source>An address begins with http:// or https:// and names a host.</source>
        <translation>地址以 http:// 或 https:// 开头，并含有主机名。</translation>
    </message>
    <message>
        <source>No user name or password here: the key signs the requests.</source>
        <translation>这里不要写用户名或密码：请求由密钥签名。</translation>
    </message>
    <message>
        <source>The address ends before “?” and “#”.</source>
        <translation>地址中不能有“?”和“#”。</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请取一个名称。</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>最多 %1 个字符。</translation>
    </message>
    <message>
        <source>Another connection has this name.</source>
        <translation>另一个连接已使用该名称。</translation>
    </message>
    <message>
        <source>Every endpoint but one on this computer wants a key.</source>
        <translation>除本机上的服务端外，都需要密钥。</translation>
    </message>
    <message>
        <source>A SecretId has no blanks.</source>
        <translation>SecretId 中没有空白字符。</translation>
    </message>
    <message>
        <source>The name or address of the proxy, without http://.</source>
        <translation>代理的主机名或地址，不带 http://。</translation>
    </message>
    <message>
        <source>1 to %1</source>
        <translation>1–%1</translation>
    </message>
</context>
<context>
    <name>ui::ProfileDialog</name>
    <message>
        <source>New connection</source>
        <translation>新建连接</translation>
    </message>
    <message>
        <source>Connection %1</source>
        <translation>连接 %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>It fills in the addresses.</source>
        <translation>选择后自动填写地址。</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>接入方式</translation>
    </message>
    <message>
        <source>Queue address</source>
        <translation>队列地址</translation>
    </message>
    <message>
        <source>https://host or http://host:port</source>
        <translation>https://主机 或 http://主机:端口</translation>
    </message>
    <message>
        <source>Topic address</source>
        <translation>主题地址</translation>
    </message>
    <message>
        <source>Empty: the same as for queues</source>
        <translation>留空：与队列地址相同</translation>
    </message>
    <message>
        <source>Begins with AKID at Tencent Cloud</source>
        <translation>腾讯云的以 AKID 开头</translation>
    </message>
    <message>
        <source>One is kept. Empty: it stays as it is.</source>
        <translation>已保存。留空则不改变。</translation>
    </message>
    <message>
        <source>Kept in the desktop&apos;s keyring. Empty: asked for when needed.</source>
        <translation>保存在桌面密钥环中。留空则在需要时询问。</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Only with temporary keys</source>
        <translation>仅用于临时密钥</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Never used for this computer itself</source>
        <translation>访问本机时从不使用</translation>
    </message>
    <message>
        <source>Proxy host</source>
        <translation>代理主机</translation>
    </message>
    <message>
        <source>Proxy port</source>
        <translation>代理端口</translation>
    </message>
    <message>
        <source>Read-only: nothing that changes anything is sent</source>
        <translation>只读：不发送任何会造成改变的请求</translation>
    </message>
    <message>
        <source>Production: marked, and asks twice</source>
        <translation>生产环境：醒目标记，并二次确认</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>琥珀色</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>公网</translation>
    </message>
    <message>
        <source>Intranet (not encrypted)</source>
        <translation>内网（不加密）</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Address of your own</source>
        <translation>自定义地址</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>region and its code</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Complete the fields first</source>
        <translation>请先填写完整</translation>
    </message>
    <message>
        <source>Lists one queue and one topic; changes nothing</source>
        <translation>列出一个队列和一个主题，不做任何更改</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务类型</translation>
    </message>
    <message>
        <source>API 3.0 address</source>
        <translation>API 3.0 地址</translation>
    </message>
    <message>
        <source>Where queues, topics and subscriptions are made and listed</source>
        <translation>用于创建和列出队列、主题与订阅</translation>
    </message>
    <message>
        <source>Message address</source>
        <translation>消息地址</translation>
    </message>
    <message>
        <source>Where messages are sent and received (v2)</source>
        <translation>用于收发消息（v2）</translation>
    </message>
    <message>
        <source>TDMQ for CMQ: an account of Tencent Cloud today</source>
        <translation>TDMQ CMQ 版：腾讯云当前的账号</translation>
    </message>
    <message>
        <source>Classic CMQ (v2): an account of before 2023</source>
        <translation>经典 CMQ（v2）：2023 年之前的账号</translation>
    </message>
    <message>
        <source>Custom endpoint (v2)</source>
        <translation>自定义服务（v2）</translation>
    </message>
    <message>
        <source>Custom endpoint (v2 and API 3.0)</source>
        <translation>自定义服务（v2 和 API 3.0）</translation>
    </message>
</context>
<context>
    <name>ui::ProfileTable</name>
    <message>
        <source>%1 · %2</source>
        <comment>region and address</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>production</source>
        <translation>生产</translation>
    </message>
</context>
<context>
    <name>ui::PublishForm</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Routing key</source>
        <translation>路由键</translation>
    </message>
    <message>
        <source>One a line, 5 at most, 16 characters each</source>
        <translation>每行一个，最多 5 个，每个不超过 16 个字符</translation>
    </message>
    <message>
        <source>Words between dots, 64 bytes at most; no wildcards</source>
        <translation>以点分隔的单词，最多 64 字节，不能含通配符</translation>
    </message>
    <message>
        <source>Who receives the message</source>
        <translation>谁会收到这条消息</translation>
    </message>
    <message>
        <source>Publish to %1</source>
        <translation>发布到 %1</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>%1 of %2 messages were published.</source>
        <translation>已发布 %1 条，共 %2 条。</translation>
    </message>
    <message>
        <source>The message was published. Ctrl+Enter publishes it again.</source>
        <translation>消息已发布。按 Ctrl+Enter 再次发布。</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were published from here.</source>
        <translation>
            <numerusform>已从这里发布 %n 条消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>subscription: why it gets the message or not</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Nobody: the topic has no subscription</source>
        <translation>没有人会收到：主题还没有订阅</translation>
    </message>
    <message>
        <source>Nobody will receive it; the broker will refuse it</source>
        <translation>没有人会收到，发布会被拒绝</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n subscription(s) will receive it</source>
        <translation>
            <numerusform>%n 个订阅中有 %1 个会收到</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PublishPart</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
</context>
<context>
    <name>ui::Quantity</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 B</source>
        <comment>bytes</comment>
        <translation>%1 字节</translation>
    </message>
</context>
<context>
    <name>ui::QuestionCard</name>
    <message>
        <source>What do you think?</source>
        <translation>你怎么看？</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>对。</translation>
    </message>
    <message>
        <source>Not quite.</source>
        <translation>不完全对。</translation>
    </message>
</context>
<context>
    <name>ui::QueueAttributesDialog</name>
    <message>
        <source>Attributes of %1</source>
        <translation>%1 的属性</translation>
    </message>
    <message>
        <source>ID %1 · created %2 · modified %3</source>
        <translation>ID %1 · 创建于 %2 · 修改于 %3</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Complete the fields first</source>
        <translation>请先完成填写</translation>
    </message>
    <message>
        <source>Nothing has been changed yet</source>
        <translation>尚未做任何修改</translation>
    </message>
    <message numerus="yes">
        <source>Without rewind, %n deleted message(s) can no longer be brought back.</source>
        <translation>
            <numerusform>关闭消息回溯后，%n 条已删除的消息将无法再找回。</numerusform>
        </translation>
    </message>
    <message>
        <source>A shorter retention also holds for messages that are in the queue now; those that are too old are gone at once.</source>
        <translation>缩短后的消息生命周期同样适用于队列中现有的消息，超期的消息会立即消失。</translation>
    </message>
</context>
<context>
    <name>ui::QueueBulk</name>
    <message numerus="yes">
        <source>Set the attributes of %n queue(s)</source>
        <translation>
            <numerusform>设置 %n 个队列的属性</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rewind %n queue(s)</source>
        <translation>
            <numerusform>回溯 %n 个队列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Purge %n queue(s)</source>
        <translation>
            <numerusform>清空 %n 个队列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n queue(s)</source>
        <translation>
            <numerusform>删除 %n 个队列</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
</context>
<context>
    <name>ui::QueueCommands</name>
    <message>
        <source>&amp;New queue…</source>
        <translation>新建队列(&amp;N)…</translation>
    </message>
    <message>
        <source>New queue</source>
        <translation>新建队列</translation>
    </message>
    <message>
        <source>&amp;Send message…</source>
        <translation>发送消息(&amp;S)…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>&amp;Receive messages…</source>
        <translation>接收消息(&amp;R)…</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>&amp;Attributes…</source>
        <translation>属性(&amp;A)…</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Re&amp;wind…</source>
        <translation>消息回溯(&amp;W)…</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>消息回溯</translation>
    </message>
    <message>
        <source>&amp;Purge…</source>
        <translation>清空(&amp;P)…</translation>
    </message>
    <message>
        <source>Purge</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Select a queue first.</source>
        <translation>请先选择一个队列。</translation>
    </message>
    <message>
        <source>Select one queue only.</source>
        <translation>请只选择一个队列。</translation>
    </message>
    <message>
        <source>Create a queue</source>
        <translation>创建一个队列</translation>
    </message>
    <message>
        <source>Send a message to the selected queue</source>
        <translation>向所选队列发送消息</translation>
    </message>
    <message>
        <source>Receive messages from the selected queue</source>
        <translation>从所选队列接收消息</translation>
    </message>
    <message>
        <source>Bring deleted messages back</source>
        <translation>找回已删除的消息</translation>
    </message>
    <message>
        <source>Rewind is off for this queue. Set its rewind time in the attributes first.</source>
        <translation>该队列未开启消息回溯。请先在属性中设置可回溯时间范围。</translation>
    </message>
    <message>
        <source>The queue holds no messages.</source>
        <translation>该队列没有消息。</translation>
    </message>
    <message>
        <source>Delete the selected queues</source>
        <translation>删除所选队列</translation>
    </message>
    <message>
        <source>The attributes were saved.</source>
        <translation>属性已保存。</translation>
    </message>
    <message>
        <source>%1 was rewound.</source>
        <translation>%1 已回溯。</translation>
    </message>
    <message>
        <source>%1 was purged.</source>
        <translation>%1 已清空。</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 已删除。</translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation>消息(&amp;M)</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Show the messages of the selected queue</source>
        <translation>查看所选队列中的消息</translation>
    </message>
    <message>
        <source>&amp;Take and hold…</source>
        <translation>取出查看(&amp;T)…</translation>
    </message>
    <message>
        <source>Take and hold</source>
        <translation>取出查看</translation>
    </message>
    <message>
        <source>Look at messages by receiving them: that hides them from others for a while</source>
        <translation>通过接收来查看消息：其他消费者在一段时间内看不到它们</translation>
    </message>
    <message>
        <source>C&amp;lone…</source>
        <translation>克隆(&amp;L)…</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>克隆</translation>
    </message>
    <message>
        <source>Create a queue with the attributes of the selected one</source>
        <translation>按所选队列的属性新建队列</translation>
    </message>
    <message>
        <source>%1 has no dead-letter queue any more.</source>
        <translation>%1 已解绑死信队列。</translation>
    </message>
    <message>
        <source>Show and change the attributes of the selected queues</source>
        <translation>查看并修改所选队列的属性</translation>
    </message>
    <message>
        <source>Rewind is off for some of these queues.</source>
        <translation>所选队列中有的未开启消息回溯。</translation>
    </message>
    <message>
        <source>These queues hold no messages.</source>
        <translation>这些队列没有消息。</translation>
    </message>
    <message>
        <source>Remove all messages of the selected queues</source>
        <translation>清除所选队列的全部消息</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Show the selected queue in a tab of its own</source>
        <translation>在单独的标签页中显示所选队列</translation>
    </message>
    <message>
        <source>Export first…</source>
        <translation>先导出…</translation>
    </message>
    <message>
        <source>Open a copy in a sand&amp;box</source>
        <translation>在沙盒中打开副本(&amp;B)</translation>
    </message>
    <message>
        <source>Copy to a sandbox</source>
        <translation>复制到沙盒</translation>
    </message>
    <message>
        <source>The selected queues exactly as they are, with their dead-letter queues and what leads to them, in a sandbox</source>
        <translation>把选中的队列连同其死信队列和通向它们的订阅原样放进沙盒</translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n 个队列</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::QueueFilter</name>
    <message>
        <source>A value is missing after “%1”.</source>
        <translation>“%1”后面缺少值。</translation>
    </message>
    <message>
        <source>Write dlq:yes or dlq:no.</source>
        <translation>请写 dlq:yes 或 dlq:no。</translation>
    </message>
    <message>
        <source>“%1” is no duration; write 30s or 2h.</source>
        <translation>“%1”不是时长，请写成 30s 或 2h。</translation>
    </message>
    <message>
        <source>“%1” cannot be filtered by: name, active, inactive, delay, rewind, age and dlq can.</source>
        <translation>不能按“%1”筛选；可用 name、active、inactive、delay、rewind、age 和 dlq。</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
</context>
<context>
    <name>ui::QueueGauges</name>
    <message>
        <source>Visible</source>
        <translation>可见消息</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>不可见消息</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>延时消息</translation>
    </message>
    <message>
        <source>Rewindable</source>
        <translation>可回溯消息</translation>
    </message>
</context>
<context>
    <name>ui::QueueInspector</name>
    <message>
        <source>Select a queue to see its counters and attributes.</source>
        <translation>选择一个队列以查看其消息数和属性。</translation>
    </message>
    <message>
        <source>Oldest message</source>
        <translation>最早的消息</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no message</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Created %1
Modified %2</source>
        <translation>创建于 %1
修改于 %2</translation>
    </message>
</context>
<context>
    <name>ui::QueueLoss</name>
    <message>
        <source>It holds no messages, so none is lost.</source>
        <translation>该队列没有消息，不会丢失任何消息。</translation>
    </message>
    <message>
        <source>%1 visible</source>
        <translation>%1 条可见消息</translation>
    </message>
    <message>
        <source>%1 in flight</source>
        <translation>%1 条不可见消息</translation>
    </message>
    <message>
        <source>%1 delayed</source>
        <translation>%1 条延时消息</translation>
    </message>
    <message>
        <source>%1 rewindable</source>
        <translation>%1 条可回溯消息</translation>
    </message>
    <message>
        <source>These messages are lost for ever: %1.</source>
        <translation>以下消息将永久丢失：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of an enumeration</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Delete queue</source>
        <translation>删除队列</translation>
    </message>
    <message>
        <source>Delete the queue %1?</source>
        <translation>要删除队列 %1 吗？</translation>
    </message>
    <message>
        <source>Delete queues</source>
        <translation>删除队列</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n queue(s)?</source>
        <translation>
            <numerusform>要删除 %n 个队列吗？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n queue(s)</source>
        <translation>
            <numerusform>删除 %n 个队列</numerusform>
        </translation>
    </message>
    <message>
        <source>They hold no messages, so none is lost.</source>
        <translation>这些队列没有消息，不会丢失任何消息。</translation>
    </message>
    <message>
        <source>Purge queue</source>
        <translation>清空队列</translation>
    </message>
    <message>
        <source>Remove all messages of %1?</source>
        <translation>要清除 %1 的全部消息吗？</translation>
    </message>
    <message>
        <source>The queue itself and its attributes stay.</source>
        <translation>队列本身及其属性会保留。</translation>
    </message>
    <message>
        <source>Purge</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>It seems to hold no messages, but the counters are late.</source>
        <translation>看起来没有消息，但计数有滞后。</translation>
    </message>
    <message>
        <source>They seem to hold no messages, but the counters are late.</source>
        <translation>看起来都没有消息，但计数有滞后。</translation>
    </message>
    <message>
        <source>Purge queues</source>
        <translation>清空队列</translation>
    </message>
    <message numerus="yes">
        <source>Remove all messages of %n queue(s)?</source>
        <translation>
            <numerusform>清除 %n 个队列的全部消息？</numerusform>
        </translation>
    </message>
    <message>
        <source>The queues themselves and their attributes stay.</source>
        <translation>队列本身及其属性会保留。</translation>
    </message>
    <message numerus="yes">
        <source>Purge %n queue(s)</source>
        <translation>
            <numerusform>清空 %n 个队列</numerusform>
        </translation>
    </message>
    <message>
        <source>TDMQ also deletes the subscriptions that deliver there.</source>
        <translation>TDMQ 还会一并删除投递到该队列的订阅。</translation>
    </message>
</context>
<context>
    <name>ui::QueueSettingsForm</name>
    <message>
        <source>Advanced</source>
        <translation>高级选项</translation>
    </message>
</context>
<context>
    <name>ui::QueueTab</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>oldest message: %1</source>
        <translation>最早的消息：%1</translation>
    </message>
    <message>
        <source>Close this tab</source>
        <translation>关闭此标签页</translation>
    </message>
    <message>
        <source>This queue is gone</source>
        <translation>该队列已不存在</translation>
    </message>
    <message>
        <source>%1 was deleted, here or by somebody else. If a queue of that name is created again, it is shown here.</source>
        <translation>%1 已被删除（在这里，或由他人删除）。如果再次创建同名队列，会显示在这里。</translation>
    </message>
    <message>
        <source>Sides of the queue</source>
        <translation>队列的各个方面</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>死信</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>回溯</translation>
    </message>
</context>
<context>
    <name>ui::QueueTable</name>
    <message>
        <source>Oldest</source>
        <translation>最早消息</translation>
    </message>
    <message>
        <source>Age of the oldest message that is not deleted</source>
        <translation>最早的未删除消息已存在的时间</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>可见消息</translation>
    </message>
    <message>
        <source>Active messages: they can be received now</source>
        <translation>Active：现在可以接收的消息</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>不可见消息</translation>
    </message>
    <message>
        <source>Inactive messages: received, hidden until their visibility timeout ends</source>
        <translation>Inactive：已被取出，在取出消息隐藏时长结束前不可见的消息</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>延时消息</translation>
    </message>
    <message>
        <source>Sent with a delay that has not ended</source>
        <translation>发送时设置了延迟且尚未到期的消息</translation>
    </message>
    <message>
        <source>Rewindable</source>
        <translation>可回溯消息</translation>
    </message>
    <message>
        <source>Deleted messages that a rewind can bring back</source>
        <translation>已删除、可通过消息回溯找回的消息</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Dead letters to</source>
        <translation>死信队列</translation>
    </message>
    <message>
        <source>The queue that gets what nobody managed to consume here</source>
        <translation>始终没有消费成功的消息会转入该队列</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Its backlog in the last five minutes</source>
        <translation>最近五分钟的消息堆积</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>教学</translation>
    </message>
    <message>
        <source>In/s</source>
        <translation>生产/秒</translation>
    </message>
    <message>
        <source>Messages that are sent to it, a second</source>
        <translation>每秒发送到该队列的消息数</translation>
    </message>
    <message>
        <source>Out/s</source>
        <translation>消费/秒</translation>
    </message>
    <message>
        <source>Messages that are received from it, a second</source>
        <translation>每秒从该队列接收的消息数</translation>
    </message>
    <message>
        <source>%1 did not answer the last time. What is shown was known before.</source>
        <translation>%1 上次没有应答。显示的是以前的数据。</translation>
    </message>
</context>
<context>
    <name>ui::QueuesPage</name>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message numerus="yes">
        <source>%n queue(s)</source>
        <translation>
            <numerusform>%n 个队列</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>No queue matches</source>
        <translation>没有匹配的队列</translation>
    </message>
    <message>
        <source>Create the first queue</source>
        <translation>创建第一个队列</translation>
    </message>
    <message>
        <source>Add sample queues</source>
        <translation>添加示例队列</translation>
    </message>
    <message>
        <source>No queues yet</source>
        <translation>还没有队列</translation>
    </message>
    <message>
        <source>A queue keeps messages until somebody receives and deletes them. Create one, send a message to it, and watch the counters.</source>
        <translation>队列保存消息，直到消息被接收并删除。创建一个队列，向它发送消息，然后观察各项消息数的变化。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The queues could not be listed</source>
        <translation>无法列出队列</translation>
    </message>
    <message>
        <source>Filter: name, active&gt;100, dlq:yes</source>
        <translation>筛选：名称、active&gt;100、dlq:yes</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Words that occur in the name, and conditions: active&gt;100 inactive&gt;=5 delay=0 rewind&gt;0 age&gt;1h dlq:yes dlq:no</source>
        <translation>名称中包含的文字，以及条件：active&gt;100 inactive&gt;=5 delay=0 rewind&gt;0 age&gt;1h dlq:yes dlq:no</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>No queue is as the filter wants it.</source>
        <translation>没有符合筛选条件的队列。</translation>
    </message>
</context>
<context>
    <name>ui::RangeBox</name>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>最近 %1</translation>
    </message>
</context>
<context>
    <name>ui::Reading</name>
    <message>
        <source>1, Send, receive, delete</source>
        <translation>1 发送、接收、删除</translation>
    </message>
    <message>
        <source>5, Not before: delayed messages</source>
        <translation>5 不到时候不给：延时消息</translation>
    </message>
    <message>
        <source>2, Forgot to delete</source>
        <translation>2 忘了删除</translation>
    </message>
    <message>
        <source>3, The stale handle</source>
        <translation>3 过期的句柄</translation>
    </message>
    <message>
        <source>6, Retention runs out</source>
        <translation>6 生命周期到头</translation>
    </message>
    <message>
        <source>8, The poison message and the dead-letter queue</source>
        <translation>8 毒消息与死信队列</translation>
    </message>
    <message>
        <source>10, Rewind after a bad release</source>
        <translation>10 发布出错之后的回溯</translation>
    </message>
    <message>
        <source>11, One message for many: topics</source>
        <translation>11 一条消息给很多人：主题</translation>
    </message>
    <message>
        <source>13, Routing keys, * and #</source>
        <translation>13 路由键，* 与 #</translation>
    </message>
    <message>
        <source>12, Filter tags</source>
        <translation>12 消息过滤标签</translation>
    </message>
    <message>
        <source>14, A subscriber that fails: two retry policies</source>
        <translation>14 失败的订阅者：两种重试策略</translation>
    </message>
    <message>
        <source>Topics</source>
        <extracomment>The title of a chapter of the user guide</extracomment>
        <translation>主题</translation>
    </message>
    <message>
        <source>Messages</source>
        <extracomment>The title of a chapter of the user guide</extracomment>
        <translation>消息</translation>
    </message>
    <message>
        <source>Queues</source>
        <extracomment>The title of a chapter of the user guide</extracomment>
        <translation>队列</translation>
    </message>
    <message>
        <source>To try it out: lesson %1.</source>
        <translation>动手试试：课程 %1。</translation>
    </message>
</context>
<context>
    <name>ui::ReceiptCard</name>
    <message>
        <source>Receipts you hold</source>
        <translation>我持有的句柄</translation>
    </message>
    <message>
        <source>Each receive gives a receipt handle. It will stand here.</source>
        <translation>每次接收都会得到一个句柄，会列在这里。</translation>
    </message>
    <message>
        <source>Delete together</source>
        <translation>一起删除</translation>
    </message>
    <message>
        <source>One BatchDeleteMessage with all receipts, dead ones too</source>
        <translation>用全部句柄（包括作废的）发出一次 BatchDeleteMessage</translation>
    </message>
    <message>
        <source>%1, valid until %2</source>
        <translation>%1，有效期到 %2</translation>
    </message>
    <message>
        <source>%1, void: the message is back in the queue or was received again</source>
        <translation>%1，已作废：消息已回到队列或被再次接收</translation>
    </message>
    <message>
        <source>%1, used up: the message is gone</source>
        <translation>%1，已用完：消息已不在</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete with receipt %1</source>
        <translation>用第 %1 个句柄删除</translation>
    </message>
</context>
<context>
    <name>ui::ReceiveDialog</name>
    <message>
        <source>Receive from %1</source>
        <translation>从 %1 接收消息</translation>
    </message>
    <message>
        <source>Messages at most</source>
        <translation>最多接收条数</translation>
    </message>
    <message>
        <source>1 to %1</source>
        <translation>1–%1 条</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待时间</translation>
    </message>
    <message>
        <source>0 to 30 s</source>
        <translation>0–30 秒</translation>
    </message>
    <message>
        <source> s</source>
        <comment>suffix of a number of seconds</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Nothing received yet</source>
        <translation>尚未接收到消息</translation>
    </message>
    <message>
        <source>A received message is hidden from others for %1. Delete it in that time, or it becomes visible again.</source>
        <translation>取出的消息会对他人隐藏 %1。请在此期间删除，否则它会重新可见。</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>全部删除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Waiting time</source>
        <translation>已等待时间</translation>
    </message>
    <message>
        <source>There was no message to receive.</source>
        <translation>没有可取的消息。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Delete all messages that are still held</source>
        <translation>删除所有仍持有的消息</translation>
    </message>
    <message>
        <source>No received message is held</source>
        <translation>没有仍持有的消息</translation>
    </message>
    <message>
        <source>Take and hold from %1</source>
        <translation>从 %1 取出查看</translation>
    </message>
    <message>
        <source>Take and hold</source>
        <translation>取出查看</translation>
    </message>
    <message>
        <source>Delete at once</source>
        <translation>收到即删除</translation>
    </message>
    <message>
        <source>Whatever is received is deleted as soon as it is shown here. Nobody else gets it, and it is gone unless the queue can be rewound.</source>
        <translation>收到的消息在此显示后立即删除。其他消费者不会再收到，除非队列可以回溯，否则无法恢复。</translation>
    </message>
</context>
<context>
    <name>ui::ReceiverPage</name>
    <message>
        <source>HTTP receiver</source>
        <translation>HTTP 接收端</translation>
    </message>
    <message>
        <source>Address of the receiver</source>
        <translation>接收端的地址</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Subscribe</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Forget what has arrived</source>
        <translation>清空已到达的请求</translation>
    </message>
    <message>
        <source>Requests that arrived</source>
        <translation>已到达的请求</translation>
    </message>
    <message>
        <source>Port %1 cannot be used. Choose another one.</source>
        <translation>端口 %1 无法使用，请换一个。</translation>
    </message>
    <message>
        <source>Listening on this machine only</source>
        <translation>正在监听，仅限本机</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Stop the receiver to change its port.</source>
        <translation>停止接收端后才能更改端口。</translation>
    </message>
    <message>
        <source>There is no topic yet.</source>
        <translation>还没有主题。</translation>
    </message>
    <message>
        <source>Let a topic push its messages to this address</source>
        <translation>让一个主题把消息推送到这个地址</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 older ones are forgotten</source>
        <translation>更早的 %1 个已不再保留</translation>
    </message>
    <message>
        <source>Nothing has arrived yet</source>
        <translation>还没有请求到达</translation>
    </message>
    <message>
        <source>Subscribe a topic to this address and publish a message to it.</source>
        <translation>让一个主题订阅到这个地址，然后向它发布一条消息。</translation>
    </message>
    <message>
        <source>Start the receiver</source>
        <translation>启动接收端</translation>
    </message>
    <message>
        <source>See what a subscriber is sent</source>
        <translation>查看订阅者收到的内容</translation>
    </message>
    <message>
        <source>A small HTTP server that shows each push as it arrives, and answers what you choose, so that retries can be watched.</source>
        <translation>一个小型 HTTP 服务器：实时显示每次推送，并按您的选择应答，便于观察重试过程。</translation>
    </message>
</context>
<context>
    <name>ui::Regions</name>
    <message>
        <source>Guangzhou</source>
        <translation>广州</translation>
    </message>
    <message>
        <source>Shanghai</source>
        <translation>上海</translation>
    </message>
    <message>
        <source>Beijing</source>
        <translation>北京</translation>
    </message>
    <message>
        <source>Shanghai Finance</source>
        <translation>上海金融</translation>
    </message>
    <message>
        <source>Shenzhen Finance</source>
        <translation>深圳金融</translation>
    </message>
    <message>
        <source>Hong Kong, China</source>
        <translation>中国香港</translation>
    </message>
    <message>
        <source>Chengdu</source>
        <translation>成都</translation>
    </message>
    <message>
        <source>Chongqing</source>
        <translation>重庆</translation>
    </message>
    <message>
        <source>Toronto</source>
        <translation>多伦多</translation>
    </message>
    <message>
        <source>Silicon Valley</source>
        <translation>硅谷</translation>
    </message>
    <message>
        <source>Virginia</source>
        <translation>弗吉尼亚</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>新加坡</translation>
    </message>
    <message>
        <source>Mumbai</source>
        <translation>孟买</translation>
    </message>
    <message>
        <source>Bangkok</source>
        <translation>曼谷</translation>
    </message>
    <message>
        <source>Frankfurt</source>
        <translation>法兰克福</translation>
    </message>
    <message>
        <source>Seoul</source>
        <translation>首尔</translation>
    </message>
    <message>
        <source>Tokyo</source>
        <translation>东京</translation>
    </message>
    <message>
        <source>Moscow</source>
        <translation>莫斯科</translation>
    </message>
</context>
<context>
    <name>ui::RehearsalDialog</name>
    <message>
        <source>Subscription %1 of %2, waiting</source>
        <translation>主题 %2 的订阅 %1，等待投递</translation>
    </message>
    <message>
        <source>Topic %1, waiting</source>
        <translation>主题 %1，等待投递</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>不复存在</translation>
    </message>
    <message>
        <source>Being tried on a copy …</source>
        <translation>正在副本上试行……</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>预演</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>It could not be tried. Nothing was changed.</source>
        <translation>无法试行。什么都没有改变。</translation>
    </message>
    <message>
        <source>Tried on a copy: nothing would change.</source>
        <translation>已在副本上试行：什么都不会改变。</translation>
    </message>
    <message>
        <source>Tried on a copy: this would change. Nothing was done yet.</source>
        <translation>已在副本上试行：将会有以下变化。尚未真正执行。</translation>
    </message>
    <message>
        <source>Not all of it would succeed.</source>
        <translation>并非全部都会成功。</translation>
    </message>
    <message numerus="yes">
        <source>Messages: %n</source>
        <translation>
            <numerusform>消息：%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>可见</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>不可见</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>延时</translation>
    </message>
    <message>
        <source>Rewindable</source>
        <translation>可回溯</translation>
    </message>
    <message>
        <source>Message ID</source>
        <translation>消息 ID</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>消息内容</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>ui::RehearsalHost</name>
    <message>
        <source>Rehearse</source>
        <translation>先预演</translation>
    </message>
    <message>
        <source>Try it on a copy and see what would change</source>
        <translation>在副本上试一试，看看会有什么变化</translation>
    </message>
</context>
<context>
    <name>ui::Repetition</name>
    <message>
        <source>How often</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>every</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Time between two messages</source>
        <translation>两条消息之间的时间</translation>
    </message>
    <message>
        <source> ms</source>
        <comment>suffix of a number of milliseconds</comment>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>连续</translation>
    </message>
</context>
<context>
    <name>ui::ReplyEditor</name>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>What is answered</source>
        <translation>应答内容</translation>
    </message>
    <message>
        <source>200, taken</source>
        <translation>200，已接收</translation>
    </message>
    <message>
        <source>204, taken</source>
        <translation>204，已接收</translation>
    </message>
    <message>
        <source>301, elsewhere</source>
        <translation>301，已移动</translation>
    </message>
    <message>
        <source>404, not found</source>
        <translation>404，未找到</translation>
    </message>
    <message>
        <source>500, failed</source>
        <translation>500，失败</translation>
    </message>
    <message>
        <source>503, overloaded</source>
        <translation>503，过载</translation>
    </message>
    <message>
        <source>another status</source>
        <translation>其他状态码</translation>
    </message>
    <message>
        <source>nothing at all (hangs)</source>
        <translation>不应答（挂起）</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP 状态码</translation>
    </message>
    <message>
        <source>after</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Delay of the answer in seconds</source>
        <translation>应答延迟（秒）</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, behind a number</comment>
        <translation> 秒</translation>
    </message>
</context>
<context>
    <name>ui::ResourceTags</name>
    <message>
        <source>tags %1</source>
        <translation>标签 %1</translation>
    </message>
</context>
<context>
    <name>ui::RewindDialog</name>
    <message>
        <source>Rewind %1</source>
        <translation>回溯 %1</translation>
    </message>
    <message numerus="yes">
        <source>Deleted messages that were sent at this time or later become visible again, in the order they were sent. %n message(s) can be brought back at most.</source>
        <translation>
            <numerusform>在此时间或之后发送的已删除消息将按发送顺序重新可见。最多可找回 %n 条消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>Consume again from</source>
        <translation>从此时间起重新消费</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>从 %1 到 %2</translation>
    </message>
    <message>
        <source>As far back as possible</source>
        <translation>尽可能早</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>消息回溯</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Between %1 and %2, please.</source>
        <translation>请填写 %1 到 %2 之间的值。</translation>
    </message>
    <message>
        <source>Choose a time in the range</source>
        <translation>请选择范围内的时间</translation>
    </message>
    <message numerus="yes">
        <source>Rewind %n queue(s)</source>
        <translation>
            <numerusform>回溯 %n 个队列</numerusform>
        </translation>
    </message>
    <message>
        <source>A queue that does not reach back so far is rewound as far as it can.</source>
        <translation>可回溯范围不足的队列会回溯到它能到的最早时间。</translation>
    </message>
</context>
<context>
    <name>ui::RewindPart</name>
    <message>
        <source>From %1 to %2</source>
        <translation>从 %1 到 %2</translation>
    </message>
    <message>
        <source>This queue cannot go there.</source>
        <translation>该队列无法回溯到此时间。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n message(s) will come back; this connection does not tell when they were sent.</source>
        <translation>
            <numerusform>最多有 %n 条消息会恢复；此连接不提供消息的发送时间。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) will come back.</source>
        <translation>
            <numerusform>将有 %n 条消息恢复。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n message(s) will come back.</source>
        <translation>
            <numerusform>至少有 %n 条消息会恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>The queue was rewound.</source>
        <translation>队列已回溯。</translation>
    </message>
    <message>
        <source>Rewind is off: what is deleted here is gone. With a rewind time, deleted messages can be consumed again for that long.</source>
        <translation>未开启消息回溯：在此删除的消息无法找回。设置可回溯时间范围后，已删除的消息在该时间内可以重新消费。</translation>
    </message>
    <message>
        <source>Set a rewind time…</source>
        <translation>设置可回溯时间范围…</translation>
    </message>
    <message>
        <source>Deleted messages that were sent at the chosen time or later become visible again, in the order they were sent. Farthest is as long ago as the rewind time; nearest is the oldest message that is still in the queue.</source>
        <translation>在所选时间及以后发送、已被删除的消息会按发送顺序重新可见。最远为可回溯时间范围的起点，最近为队列中最早的未消费消息。</translation>
    </message>
    <message>
        <source>Where to rewind to</source>
        <translation>回溯到的时间</translation>
    </message>
    <message>
        <source>Consume again from</source>
        <translation>从此时间起重新消费</translation>
    </message>
    <message>
        <source>Rewind</source>
        <translation>回溯</translation>
    </message>
</context>
<context>
    <name>ui::RewindStrip</name>
    <message>
        <source>farthest</source>
        <translation>最远</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>最近</translation>
    </message>
</context>
<context>
    <name>ui::SamplePanel</name>
    <message>
        <source>Ready code</source>
        <translation>示例代码</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Queue or topic</source>
        <translation>队列或主题</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the code as it is shown</source>
        <translation>按显示的内容复制代码</translation>
    </message>
    <message>
        <source>Copy with secret key</source>
        <translation>连同 SecretKey 复制</translation>
    </message>
    <message>
        <source>Copy the code with the secret key, ready to run</source>
        <translation>复制含 SecretKey 的代码，可直接运行</translation>
    </message>
</context>
<context>
    <name>ui::SaveFile</name>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>无法写入 %1</translation>
    </message>
</context>
<context>
    <name>ui::ScenarioEditor</name>
    <message>
        <source>A lesson from what you did</source>
        <translation>把你做的做成一课</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>One sentence: what is to be reached</source>
        <translation>一句话：要达成什么</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>故事</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>One on a line</source>
        <translation>每行一项</translation>
    </message>
    <message>
        <source>Checks: what must be so in the end</source>
        <translation>检查：最后必须满足什么</translation>
    </message>
    <message>
        <source>Try it out</source>
        <translation>试运行</translation>
    </message>
    <message>
        <source>Proves that the solution passes and that doing nothing does not</source>
        <translation>证明答案能通过，而什么都不做不能</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>A lesson needs a title, a goal and a check.</source>
        <translation>一课需要标题、目标和至少一项检查。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>It works: the solution passes, doing nothing and waiting do not.</source>
        <translation>没问题：答案能通过，什么都不做或干等都不能。</translation>
    </message>
    <message>
        <source>Save the lesson</source>
        <translation>保存课程</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Hints and wrong ways</source>
        <translation>提示与错误做法</translation>
    </message>
    <message>
        <source>Language of the texts</source>
        <translation>文字的语言</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>What happened and why; shown when the goal is reached</source>
        <translation>发生了什么、为什么；达成目标时显示</translation>
    </message>
    <message>
        <source>To be answered before it is tried: what will happen?</source>
        <translation>动手之前先回答：会发生什么？</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Shown with the right answer</source>
        <translation>与正确答案一起显示</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Number of the right choice</source>
        <translation>正确选项的序号</translation>
    </message>
    <message>
        <source>Wrong way: what you did in branch %1</source>
        <translation>错误做法：你在分支 %1 中所做的</translation>
    </message>
    <message>
        <source>A few words; empty leaves it out</source>
        <translation>几个字；留空则不采用</translation>
    </message>
    <message>
        <source>What it shows</source>
        <translation>它说明了什么</translation>
    </message>
    <message>
        <source>To show how it goes wrong, go back in time and do it wrong: what you do there is another branch, and stands here.</source>
        <translation>要展示怎样出错，请回到过去照错误的方式做：那会成为另一个分支，并出现在这里。</translation>
    </message>
    <message>
        <source>A way that fails is worth seeing: at least one check must not be met by it.</source>
        <translation>失败的做法值得一看：它必须至少有一项检查不满足。</translation>
    </message>
    <message>
        <source>What I broke breaks by itself, at the same time</source>
        <translation>我制造的故障在同样的时间自行发生</translation>
    </message>
    <message>
        <source>In one language only: %1</source>
        <translation>只写了一种语言：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between titles</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ui::SecretDialog</name>
    <message>
        <source>Key for %1</source>
        <translation>%1 的密钥</translation>
    </message>
    <message>
        <source>SecretKey</source>
        <translation>SecretKey</translation>
    </message>
    <message>
        <source>It belongs to %1.</source>
        <translation>与 %1 配对。</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Only with temporary keys</source>
        <translation>仅用于临时密钥</translation>
    </message>
    <message>
        <source>Keep it in the desktop&apos;s keyring</source>
        <translation>保存在桌面密钥环中</translation>
    </message>
    <message>
        <source>Otherwise it stays in memory until the console closes.</source>
        <translation>否则只保留在内存中，直到控制台关闭。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Enter the key first</source>
        <translation>请先输入密钥</translation>
    </message>
</context>
<context>
    <name>ui::SendForm</name>
    <message>
        <source>Delay</source>
        <translation>延迟发送</translation>
    </message>
    <message>
        <source>0 s to 1 h. Until it ends the message cannot be received.</source>
        <translation>0 秒到 1 小时。到期前消息不能被接收。</translation>
    </message>
    <message>
        <source>Send message to %1</source>
        <translation>发送消息到 %1</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Write a duration such as 30s or 5m.</source>
        <translation>请填写时长，例如 30s 或 5m。</translation>
    </message>
    <message>
        <source>%1 of %2 messages were sent.</source>
        <translation>已发送 %1 条，共 %2 条。</translation>
    </message>
    <message>
        <source>The message was sent. Ctrl+Enter sends it again.</source>
        <translation>消息已发送。按 Ctrl+Enter 再次发送。</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were sent from here.</source>
        <translation>
            <numerusform>已在此发送 %n 条消息。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ServeDialog</name>
    <message>
        <source>Serve over HTTP</source>
        <translation>HTTP 服务</translation>
    </message>
    <message>
        <source>Programs that use an SDK of CMQ can work with the queues and topics of this broker while it is served.</source>
        <translation>开启后，使用 CMQ SDK 的程序可以访问这里的队列和主题。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>127.0.0.1 is this machine only; 0.0.0.0 is every network it is in</source>
        <translation>127.0.0.1 仅限本机；0.0.0.0 为本机所在的所有网络</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>0 picks a free one</source>
        <translation>填 0 则自动选用空闲端口</translation>
    </message>
    <message>
        <source>Clients have to sign with the key</source>
        <translation>客户端必须用密钥签名</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>更换密钥</translation>
    </message>
    <message>
        <source>Make another pair; clients with the old one are let in no more</source>
        <translation>生成新的密钥；使用旧密钥的客户端将无法访问</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Enter a numeric address, like 127.0.0.1 or ::1.</source>
        <translation>请填写数字地址，例如 127.0.0.1 或 ::1。</translation>
    </message>
    <message>
        <source>Enter a number from 0 to 65535.</source>
        <translation>请填写 0 到 65535 之间的数字。</translation>
    </message>
    <message>
        <source>Other machines can reach this address, so clients always have to sign.</source>
        <translation>其他机器可以访问此地址，因此客户端必须签名。</translation>
    </message>
    <message>
        <source>Correct address and port first</source>
        <translation>请先更正地址和端口</translation>
    </message>
    <message>
        <source>This machine does not have this address.</source>
        <translation>本机没有这个地址。</translation>
    </message>
    <message>
        <source>This port is taken, or only the system may use it. Choose another one, or 0.</source>
        <translation>此端口已被占用，或仅限系统使用。请换一个端口，或填 0。</translation>
    </message>
    <message>
        <source>The keys are made anew when the console starts; they are kept in memory only.</source>
        <translation>密钥在控制台每次启动时重新生成，只保存在内存中。</translation>
    </message>
    <message>
        <source>Everybody on this machine is let in, with any key.</source>
        <translation>本机上的任何程序都可以访问，密钥任意。</translation>
    </message>
    <message>
        <source>Stop serving</source>
        <translation>停止服务</translation>
    </message>
    <message>
        <source>Start serving</source>
        <translation>开启服务</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>ui::ServiceRules</name>
    <message>
        <source>TDMQ keeps names that end in “-retry” or “-dlq” for itself.</source>
        <translation>以“-retry”或“-dlq”结尾的名称由 TDMQ 保留。</translation>
    </message>
</context>
<context>
    <name>ui::SettingText</name>
    <message>
        <source>Visibility timeout</source>
        <translation>取出消息隐藏时长</translation>
    </message>
    <message>
        <source>How long a received message stays hidden. Who has not deleted it by then, has it received again.</source>
        <translation>消息被取出后隐藏的时长。若届时仍未删除，消息会被再次接收。</translation>
    </message>
    <message>
        <source>Long-polling wait</source>
        <translation>消息接收长轮询等待时间</translation>
    </message>
    <message>
        <source>How long a receive on an empty queue waits for a message, unless it says otherwise. 0 answers at once.</source>
        <translation>队列为空时，接收请求等待消息的默认时长。0 表示立即返回。</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>消息生命周期</translation>
    </message>
    <message>
        <source>How long a message lives, counted from sending. Then it is gone, received or not.</source>
        <translation>消息从发送起保存的时长。到期后无论是否被接收都会消失。</translation>
    </message>
    <message>
        <source>Maximum message size</source>
        <translation>消息最大长度</translation>
    </message>
    <message>
        <source>The longest body, in bytes of UTF-8.</source>
        <translation>消息内容的最大长度，按 UTF-8 字节计算。</translation>
    </message>
    <message>
        <source>Rewind time</source>
        <translation>可回溯时间范围</translation>
    </message>
    <message>
        <source>How long, counted from sending, a deleted message can be brought back. 0 switches rewind off and drops what could be brought back.</source>
        <translation>已删除的消息从发送起可被找回的时长。0 表示关闭消息回溯，并丢弃可找回的消息。</translation>
    </message>
    <message>
        <source>Maximum backlog</source>
        <translation>堆积消息数量上限</translation>
    </message>
    <message>
        <source>The most messages that are not deleted. Above it the queue takes no more.</source>
        <translation>未删除消息的最大数量。超过后队列不再接收新消息。</translation>
    </message>
    <message>
        <source>API: %1</source>
        <translation>API：%1</translation>
    </message>
    <message>
        <source>%1 to %2, default %3</source>
        <translation>%1 到 %2，默认 %3</translation>
    </message>
    <message>
        <source>Between %1 and %2, please.</source>
        <translation>请填写 %1 到 %2 之间的值。</translation>
    </message>
    <message>
        <source>Write a duration such as 30s, 5m, 12h or 4d.</source>
        <translation>请填写时长，例如 30s、5m、12h 或 4d。</translation>
    </message>
    <message>
        <source>Write a size such as 65536, 64K or 1M.</source>
        <translation>请填写大小，例如 65536、64K 或 1M。</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>请填写整数。</translation>
    </message>
    <message>
        <source>Unacknowledged at most</source>
        <translation>消息最长未确认时间</translation>
    </message>
    <message>
        <source>A message that is not deleted by then counts as done, and is gone unless it can be rewound. TDMQ counts from sending, also for delayed messages: one that is delayed for longer is lost.</source>
        <translation>到期仍未删除的消息视为已处理，除非可以回溯，否则不再存在。TDMQ 从发送时开始计时，延时消息也是如此：延时更长的消息会丢失。</translation>
    </message>
    <message>
        <source>1 MiB for every queue of TDMQ</source>
        <translation>TDMQ 的队列固定为 1 MiB</translation>
    </message>
</context>
<context>
    <name>ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>恢复默认设置</translation>
    </message>
    <message>
        <source>What is set here, not the connections and not the layout</source>
        <translation>仅限此处的设置，不包括连接和布局</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ui::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ui::SignatureView</name>
    <message>
        <source>%1 (first difference: character %2)</source>
        <translation>%1（第一处不同：第 %2 个字符）</translation>
    </message>
    <message>
        <source>String to sign, as the server sees it</source>
        <translation>服务端计算的签名串</translation>
    </message>
    <message>
        <source>String to sign, as this console signed it</source>
        <translation>控制台所签的签名串</translation>
    </message>
    <message>
        <source>String that the client signed</source>
        <translation>客户端所签的签名串</translation>
    </message>
</context>
<context>
    <name>ui::SnippetDialog</name>
    <message>
        <source>Give it a name first</source>
        <translation>请先取个名称</translation>
    </message>
    <message>
        <source>Keep the body</source>
        <translation>保存正文</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>For every connection</source>
        <translation>用于所有连接</translation>
    </message>
    <message>
        <source>It is kept in the settings of this computer, readable for whoever can read those.</source>
        <translation>保存在本机的设置中，能读取设置的人都能看到。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ui::StagePage</name>
    <message>
        <source>Break something</source>
        <translation>制造故障</translation>
    </message>
    <message>
        <source>Faults that befall the broker and those who use it</source>
        <translation>降临到服务端与使用者身上的故障</translation>
    </message>
    <message>
        <source>Stage: producers, topics, queues, consumers and messages</source>
        <translation>舞台：生产者、主题、队列、消费者与消息</translation>
    </message>
    <message>
        <source>The stage as a table</source>
        <translation>舞台的表格形式</translation>
    </message>
    <message>
        <source>Nobody is on the stage yet</source>
        <translation>舞台上还没有角色</translation>
    </message>
    <message>
        <source>Create a queue on the page Queues, then add those who send and receive.</source>
        <translation>先在“队列”页创建队列，再添加发送与接收消息的角色。</translation>
    </message>
    <message>
        <source>Add a producer…</source>
        <translation>添加生产者…</translation>
    </message>
    <message>
        <source>Producer…</source>
        <translation>生产者…</translation>
    </message>
    <message>
        <source>Consumer…</source>
        <translation>消费者…</translation>
    </message>
    <message>
        <source>HTTP receiver…</source>
        <translation>HTTP 接收端…</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>表格形式</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Export SVG…</source>
        <translation>导出 SVG…</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>放大（+）</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>缩小（-）</translation>
    </message>
    <message>
        <source>Show all (0)</source>
        <translation>显示全部（0）</translation>
    </message>
    <message>
        <source>Select somebody or a message: by mouse, or with the arrow keys.

The ring around a message is the time until its state ends by itself.</source>
        <translation>用鼠标或方向键选择一个角色或一条消息。

消息外圈表示其当前状态自行结束前的剩余时间。</translation>
    </message>
    <message>
        <source>Select a producer, a consumer or an HTTP receiver first.</source>
        <translation>请先选择一个生产者、消费者或 HTTP 接收端。</translation>
    </message>
    <message>
        <source>What it does, how fast and how well</source>
        <translation>做什么、多快、多可靠</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Whether it is at work</source>
        <translation>是否在工作</translation>
    </message>
    <message>
        <source>There is nothing on the stage.</source>
        <translation>舞台上什么都没有。</translation>
    </message>
    <message>
        <source>Write the stage to a drawing</source>
        <translation>将舞台写成图形文件</translation>
    </message>
    <message>
        <source>The same in words, for reading and for screen readers</source>
        <translation>同样的内容以文字呈现，便于阅读与读屏</translation>
    </message>
    <message>
        <source>Create a queue first, on the page Queues.</source>
        <translation>请先在“队列”页创建队列。</translation>
    </message>
    <message>
        <source>Add somebody who sends or publishes</source>
        <translation>添加发送或发布消息的角色</translation>
    </message>
    <message>
        <source>Add somebody who receives, works and deletes</source>
        <translation>添加接收、处理并删除消息的角色</translation>
    </message>
    <message>
        <source>Add somebody who answers pushes of a subscription</source>
        <translation>添加应答订阅推送的角色</translation>
    </message>
    <message>
        <source>Export the stage as SVG</source>
        <translation>将舞台导出为 SVG</translation>
    </message>
    <message>
        <source>Throttle: one message a second, for 30 s</source>
        <translation>限流：每秒一条消息，持续 30 秒</translation>
    </message>
    <message>
        <source>Lose the next answer to %1, after it was done</source>
        <translation>丢失下一个 %1 的应答（操作已完成）</translation>
    </message>
    <message>
        <source>The broker&apos;s clock leaps one hour ahead</source>
        <translation>服务端时钟前跳一小时</translation>
    </message>
    <message>
        <source>Restart the broker</source>
        <translation>重启服务端</translation>
    </message>
    <message>
        <source>%1 takes no more messages, for one minute</source>
        <translation>%1 一分钟内不再接受消息</translation>
    </message>
    <message>
        <source>A queue takes no more messages</source>
        <translation>某个队列不再接受消息</translation>
    </message>
    <message>
        <source>Select the queue first.</source>
        <translation>请先选择该队列。</translation>
    </message>
    <message>
        <source>%1 does not answer, for one minute</source>
        <translation>%1 一分钟内不应答</translation>
    </message>
    <message>
        <source>An HTTP receiver does not answer</source>
        <translation>某个 HTTP 接收端不应答</translation>
    </message>
    <message>
        <source>Select the HTTP receiver first.</source>
        <translation>请先选择该 HTTP 接收端。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add somebody who sends, receives or answers pushes</source>
        <translation>添加发送、接收或应答推送的角色</translation>
    </message>
</context>
<context>
    <name>ui::StageTable</name>
    <message>
        <source>What</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Changes in</source>
        <translation>变化于</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>消息 %1</translation>
    </message>
</context>
<context>
    <name>ui::StallGauge</name>
    <message>
        <source>Events waited %1 ms, at worst %2 ms</source>
        <translation>事件等待 %1 毫秒，最长 %2 毫秒</translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message>
        <source>Local</source>
        <translation>本地</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>沙盒</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>远程</translation>
    </message>
    <message>
        <source>in memory, gone when the console closes</source>
        <translation>仅在内存中，关闭控制台后消失</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>read and write</source>
        <translation>读写</translation>
    </message>
    <message>
        <source>%1 visible · %2 in flight</source>
        <translation>可见 %1 · 不可见 %2</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>served at %1</source>
        <translation>服务地址 %1</translation>
    </message>
    <message>
        <source>in memory; a lesson goes on where you left it</source>
        <translation>仅在内存中；课程下次会从这里继续</translation>
    </message>
</context>
<context>
    <name>ui::StoreProblemPage</name>
    <message>
        <source>The store could not be opened</source>
        <translation>无法打开存储</translation>
    </message>
    <message>
        <source>Another program is using this store, perhaps a second console or an endpoint. Close it and try again, or work somewhere else.</source>
        <translation>另一个程序正在使用该存储，可能是另一个控制台或服务端。请关闭它后重试，或使用其他文件夹。</translation>
    </message>
    <message>
        <source>This store or its folder is read-only, so no message could be kept. Allow writing and try again, or choose another folder.</source>
        <translation>该存储或其文件夹为只读，无法保存消息。请允许写入后重试，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>This file is not a store of CMQ Console. It was left as it is. Choose another folder, or move the file away and try again.</source>
        <translation>该文件不是 CMQ Console 的存储，未对其做任何改动。请选择其他文件夹，或移走该文件后重试。</translation>
    </message>
    <message>
        <source>This store is damaged. It was left as it is, so that a backup or a repair stays possible. Choose another folder to go on working.</source>
        <translation>该存储已损坏，未对其做任何改动，以便备份或修复。请选择其他文件夹继续工作。</translation>
    </message>
    <message>
        <source>This store was written by a newer version of CMQ Console. It was left as it is. Use that version, or choose another folder.</source>
        <translation>该存储由更新版本的 CMQ Console 写入，未对其做任何改动。请使用新版本，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>The store could not be created or read. Choose another folder, or work in a sandbox for now.</source>
        <translation>无法创建或读取存储。请选择其他文件夹，或暂时在沙盒中工作。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>选择其他文件夹…</translation>
    </message>
    <message>
        <source>Use a sandbox in memory</source>
        <translation>使用内存沙盒</translation>
    </message>
    <message>
        <source>Nothing is kept when the console closes.</source>
        <translation>关闭控制台后不保留任何内容。</translation>
    </message>
</context>
<context>
    <name>ui::SubscriptionDialog</name>
    <message>
        <source>Change %1</source>
        <translation>修改 %1</translation>
    </message>
    <message>
        <source>Subscribe to %1</source>
        <translation>订阅 %1</translation>
    </message>
    <message>
        <source>Subscription name</source>
        <translation>订阅名称</translation>
    </message>
    <message>
        <source>It cannot be changed.</source>
        <translation>不能修改。</translation>
    </message>
    <message>
        <source>1 to 64 letters, digits, “-” or “_”, beginning with a letter. It cannot be changed.</source>
        <translation>1 到 64 个字母、数字、“-”或“_”，以字母开头。创建后不能修改。</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>The queue may be created later; until then messages wait.</source>
        <translation>队列可以稍后创建；在此之前消息会等待。</translation>
    </message>
    <message>
        <source>Each message is posted there; any 2xx answer takes it.</source>
        <translation>每条消息都会以 POST 推送到该地址；返回任意 2xx 即为成功。</translation>
    </message>
    <message>
        <source>for example orders</source>
        <translation>例如 orders</translation>
    </message>
    <message>
        <source>Filter tags</source>
        <translation>消息过滤标签</translation>
    </message>
    <message>
        <source>Binding keys</source>
        <translation>绑定键</translation>
    </message>
    <message>
        <source>One a line, 5 at most, 16 characters each. None: it gets everything.</source>
        <translation>每行一个，最多 5 个，每个不超过 16 个字符。不填则接收全部消息。</translation>
    </message>
    <message>
        <source>One a line, 5 at most. Words between dots; * is one word, # any number.</source>
        <translation>每行一个，最多 5 个。单词以点分隔；* 匹配一个单词，# 匹配任意个。</translation>
    </message>
    <message>
        <source>When a delivery fails</source>
        <translation>投递失败时</translation>
    </message>
    <message>
        <source>Backoff: try 3 times more, 10 to 20 s apart</source>
        <translation>退避重试：再试 3 次，间隔 10 到 20 秒</translation>
    </message>
    <message>
        <source>Decay: try 176 times more, within a day</source>
        <translation>衰退指数重试：一天内再试 176 次</translation>
    </message>
    <message>
        <source>Then the message is dropped for this subscription.</source>
        <translation>之后该订阅丢弃这条消息。</translation>
    </message>
    <message>
        <source>After 1, 2, 4 … 512 s; later messages wait behind it.</source>
        <translation>间隔 1、2、4 … 512 秒；后面的消息排队等待。</translation>
    </message>
    <message>
        <source>What is posted</source>
        <translation>推送内容</translation>
    </message>
    <message>
        <source>JSON: the body and what is known about it</source>
        <translation>JSON：消息体及其相关信息</translation>
    </message>
    <message>
        <source>SIMPLIFIED: the body alone</source>
        <translation>SIMPLIFIED：仅消息体</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Subscribe</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Complete the fields first</source>
        <translation>请先填写完整</translation>
    </message>
    <message>
        <source>Nothing has been changed yet</source>
        <translation>尚未修改任何内容</translation>
    </message>
    <message>
        <source>API 3.0 cannot change where a subscription delivers: end it and subscribe again.</source>
        <translation>API 3.0 不能修改订阅的投递目标：请删除该订阅后重新订阅。</translation>
    </message>
</context>
<context>
    <name>ui::SubscriptionsPart</name>
    <message>
        <source>Subscriptions</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Subscriptions of %1</source>
        <translation>%1 的订阅</translation>
    </message>
    <message>
        <source>No topic is selected</source>
        <translation>未选择主题</translation>
    </message>
    <message>
        <source>Select one above to see who subscribes to it.</source>
        <translation>在上方选择一个主题，查看谁订阅了它。</translation>
    </message>
    <message>
        <source>Add the first subscription</source>
        <translation>添加第一个订阅</translation>
    </message>
    <message>
        <source>No subscriptions yet</source>
        <translation>还没有订阅</translation>
    </message>
    <message>
        <source>Without any, messages that are published here are refused.</source>
        <translation>没有订阅时，发布到这里的消息会被拒绝。</translation>
    </message>
    <message>
        <source>The subscriptions could not be listed</source>
        <translation>无法列出订阅</translation>
    </message>
</context>
<context>
    <name>ui::TakeAndHold</name>
    <message>
        <source>The receive counts: after %1 of them a message goes to the dead-letter queue %2.</source>
        <translation>每次接收都会计数：满 %1 次的消息会进入死信队列 %2。</translation>
    </message>
    <message>
        <source>What is not deleted within %1 goes to the dead-letter queue %2.</source>
        <translation>%1 内未删除的消息会进入死信队列 %2。</translation>
    </message>
    <message>
        <source>CMQ itself has no way to look at a message without receiving it.</source>
        <translation>CMQ 本身无法在不接收的情况下查看消息。</translation>
    </message>
    <message>
        <source>Whatever is taken is hidden from its real consumers for %1, counts as received, and is billed like any request.</source>
        <translation>取出的消息在 %1 内对真正的消费者不可见，计入接收次数，并像其他请求一样计费。</translation>
    </message>
</context>
<context>
    <name>ui::TimeAxis</name>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 天</translation>
    </message>
</context>
<context>
    <name>ui::TimeBar</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Time of the sandbox</source>
        <translation>沙盒时间</translation>
    </message>
    <message>
        <source>Step to the next change</source>
        <translation>步进到下一次变化</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>加快</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>减慢</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Skip ahead; everything on the way happens</source>
        <translation>向前跳过，途中的变化都会发生</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How many times as fast as ours the sandbox&apos;s time passes</source>
        <translation>沙盒时间相对于实际时间的倍速</translation>
    </message>
    <message>
        <source>Time in the sandbox</source>
        <translation>沙盒中的时间</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>下一次变化</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Step to the next change (F7)</source>
        <translation>步进到下一次变化 (F7)</translation>
    </message>
    <message>
        <source>Nothing will happen by itself</source>
        <translation>不会自动发生任何变化</translation>
    </message>
    <message>
        <source>Next change in %1</source>
        <translation>%1后发生下一次变化</translation>
    </message>
</context>
<context>
    <name>ui::TimeScrubber</name>
    <message>
        <source>Moment of the sandbox</source>
        <translation>沙盒的时刻</translation>
    </message>
    <message>
        <source>Go back and forth over everything that happened. What is done in the past begins a new branch; nothing is lost.</source>
        <translation>在发生过的一切中前后移动。在过去所做的操作会开始一个新分支；什么都不会丢失。</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Back to the latest moment</source>
        <translation>回到最新时刻</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Another way that things went</source>
        <translation>事情发展的另一条路线</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare the branches side by side</source>
        <translation>并列比较各分支</translation>
    </message>
    <message>
        <source>%1 before the latest moment</source>
        <translation>最新时刻之前 %1</translation>
    </message>
    <message>
        <source>Latest moment</source>
        <translation>最新时刻</translation>
    </message>
    <message>
        <source>Branch %1 of %2</source>
        <translation>分支 %1，共 %2</translation>
    </message>
</context>
<context>
    <name>ui::TopicAttributesDialog</name>
    <message>
        <source>Attributes of %1</source>
        <translation>%1 的属性</translation>
    </message>
    <message>
        <source>ID %1 · filter by %2 · messages live %3 · created %4</source>
        <translation>ID %1 · 过滤方式 %2 · 消息保留 %3 · 创建于 %4</translation>
    </message>
    <message>
        <source>Largest body</source>
        <translation>消息体上限</translation>
    </message>
    <message>
        <source>1 KiB to 1 MiB</source>
        <translation>1 KiB 到 1 MiB</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Write a size such as 64K or 1M.</source>
        <translation>请填写大小，例如 64K 或 1M。</translation>
    </message>
    <message>
        <source>Complete the fields first</source>
        <translation>请先填写完整</translation>
    </message>
    <message>
        <source>Nothing has been changed yet</source>
        <translation>尚未修改任何内容</translation>
    </message>
    <message>
        <source>1 MiB for every topic of TDMQ</source>
        <translation>TDMQ 的主题固定为 1 MiB</translation>
    </message>
    <message>
        <source>Message trace</source>
        <translation>消息轨迹</translation>
    </message>
</context>
<context>
    <name>ui::TopicAttributesPart</name>
    <message>
        <source>The attributes were changed elsewhere meanwhile. Revert shows them; saving sets what you changed.</source>
        <translation>属性已在别处被修改。点按“还原”可查看；保存只会设置您改动的项。</translation>
    </message>
    <message>
        <source>ID %1 · filter by %2 · messages live %3 · created %4 · modified %5</source>
        <translation>ID %1 · 过滤方式 %2 · 消息保留 %3 · 创建于 %4 · 修改于 %5</translation>
    </message>
    <message>
        <source>Write a size such as 64K or 1M.</source>
        <translation>请填写大小，例如 64K 或 1M。</translation>
    </message>
    <message>
        <source>Nothing has been changed yet</source>
        <translation>尚未修改任何内容</translation>
    </message>
    <message>
        <source>Complete the fields first</source>
        <translation>请先填写完整</translation>
    </message>
    <message>
        <source>The attributes were saved.</source>
        <translation>属性已保存。</translation>
    </message>
    <message>
        <source>Largest body</source>
        <translation>消息体上限</translation>
    </message>
    <message>
        <source>1 KiB to 1 MiB</source>
        <translation>1 KiB 到 1 MiB</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>1 MiB for every topic of TDMQ</source>
        <translation>TDMQ 的主题固定为 1 MiB</translation>
    </message>
    <message>
        <source>Message trace</source>
        <translation>消息轨迹</translation>
    </message>
</context>
<context>
    <name>ui::TopicCommands</name>
    <message>
        <source>New &amp;topic…</source>
        <translation>新建主题(&amp;T)…</translation>
    </message>
    <message>
        <source>New topic</source>
        <translation>新建主题</translation>
    </message>
    <message>
        <source>&amp;Publish…</source>
        <translation>发布(&amp;P)…</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Test &amp;filters…</source>
        <translation>测试过滤(&amp;F)…</translation>
    </message>
    <message>
        <source>Test filters</source>
        <translation>测试过滤</translation>
    </message>
    <message>
        <source>&amp;Attributes…</source>
        <translation>属性(&amp;A)…</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>New &amp;subscription…</source>
        <translation>新建订阅(&amp;S)…</translation>
    </message>
    <message>
        <source>New subscription</source>
        <translation>新建订阅</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>修改(&amp;C)…</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>C&amp;lear filter tags</source>
        <translation>清空过滤标签(&amp;L)</translation>
    </message>
    <message>
        <source>Clear filter tags</source>
        <translation>清空过滤标签</translation>
    </message>
    <message>
        <source>&amp;Unsubscribe…</source>
        <translation>取消订阅(&amp;U)…</translation>
    </message>
    <message>
        <source>Unsubscribe</source>
        <translation>取消订阅</translation>
    </message>
    <message>
        <source>Select a topic first.</source>
        <translation>请先选择一个主题。</translation>
    </message>
    <message>
        <source>Select one topic only.</source>
        <translation>请只选择一个主题。</translation>
    </message>
    <message>
        <source>Select a subscription first.</source>
        <translation>请先选择一个订阅。</translation>
    </message>
    <message>
        <source>Select one subscription only.</source>
        <translation>请只选择一个订阅。</translation>
    </message>
    <message>
        <source>Create a topic</source>
        <translation>创建主题</translation>
    </message>
    <message>
        <source>Publish a message to the selected topic</source>
        <translation>向选中的主题发布消息</translation>
    </message>
    <message>
        <source>See who would receive which message, without sending any</source>
        <translation>不发送消息，查看谁会收到哪条消息</translation>
    </message>
    <message>
        <source>Show and change the attributes of the selected topic</source>
        <translation>查看并修改选中主题的属性</translation>
    </message>
    <message>
        <source>Delete the selected topics</source>
        <translation>删除选中的主题</translation>
    </message>
    <message>
        <source>Add a subscription to the selected topic</source>
        <translation>为选中的主题添加订阅</translation>
    </message>
    <message>
        <source>Change the selected subscription</source>
        <translation>修改选中的订阅</translation>
    </message>
    <message>
        <source>Let the selected subscription receive everything</source>
        <translation>让选中的订阅接收全部消息</translation>
    </message>
    <message>
        <source>The topic filters by routing key.</source>
        <translation>该主题按路由键过滤。</translation>
    </message>
    <message>
        <source>The subscription has no filter tag.</source>
        <translation>该订阅没有消息过滤标签。</translation>
    </message>
    <message>
        <source>End the selected subscriptions</source>
        <translation>取消选中的订阅</translation>
    </message>
    <message>
        <source>The attributes were saved.</source>
        <translation>属性已保存。</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n topic(s)</source>
        <translation>
            <numerusform>删除 %n 个主题</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete %1? A topic with subscriptions is refused; end them first.</source>
        <translation>删除 %1？仍有订阅的主题不能删除，请先取消订阅。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 已删除。</translation>
    </message>
    <message>
        <source>%1 subscribes now.</source>
        <translation>%1 已订阅。</translation>
    </message>
    <message>
        <source>The subscription was saved.</source>
        <translation>订阅已保存。</translation>
    </message>
    <message>
        <source>%1 receives everything now.</source>
        <translation>%1 现在接收全部消息。</translation>
    </message>
    <message numerus="yes">
        <source>End %n subscription(s)</source>
        <translation>
            <numerusform>取消 %n 个订阅</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsubscribe %1?</source>
        <translation>取消订阅 %1？</translation>
    </message>
    <message>
        <source>%1 waiting deliveries are dropped.</source>
        <translation>%1 条等待投递的消息将被丢弃。</translation>
    </message>
    <message>
        <source>%1 was unsubscribed.</source>
        <translation>%1 已取消订阅。</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show the selected topic in a tab of its own</source>
        <translation>在单独的标签页中显示所选主题</translation>
    </message>
</context>
<context>
    <name>ui::TopicTab</name>
    <message>
        <source>filter by %1</source>
        <translation>过滤方式：%1</translation>
    </message>
    <message>
        <source>waiting: %1</source>
        <translation>等待投递：%1</translation>
    </message>
    <message>
        <source>Close this tab</source>
        <translation>关闭此标签页</translation>
    </message>
    <message>
        <source>This topic is gone</source>
        <translation>该主题已不存在</translation>
    </message>
    <message>
        <source>%1 was deleted, here or by somebody else. If a topic of that name is created again, it is shown here.</source>
        <translation>%1 已在此处或别处被删除。若重新创建同名主题，会在这里显示。</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Filter tester</source>
        <translation>过滤测试</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Sides of the topic</source>
        <translation>主题的各个方面</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
</context>
<context>
    <name>ui::TopicTable</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Filter by</source>
        <translation>过滤方式</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待投递</translation>
    </message>
    <message>
        <source>Messages that at least one subscription still waits for</source>
        <translation>至少还有一个订阅未收到的消息</translation>
    </message>
    <message>
        <source>Max size</source>
        <translation>消息上限</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Backoff, 3 times</source>
        <translation>退避，3 次</translation>
    </message>
    <message>
        <source>Decay, a day</source>
        <translation>衰退指数，一天</translation>
    </message>
    <message>
        <source>Next retry</source>
        <translation>下次重试</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1后</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>接收端</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>过滤</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试策略</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>内容格式</translation>
    </message>
    <message>
        <source>Messages that wait for delivery to this subscription</source>
        <translation>等待投递给该订阅的消息</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Failed attempts to deliver the message that holds up the others</source>
        <translation>挡住后续消息的那条消息已失败的投递次数</translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation>最近失败原因</translation>
    </message>
</context>
<context>
    <name>ui::TopicsPage</name>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>按名称过滤</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n 个主题</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除过滤</translation>
    </message>
    <message>
        <source>No topic matches</source>
        <translation>没有匹配的主题</translation>
    </message>
    <message>
        <source>No topic&apos;s name contains what you typed.</source>
        <translation>没有名称包含所输入内容的主题。</translation>
    </message>
    <message>
        <source>Create the first topic</source>
        <translation>创建第一个主题</translation>
    </message>
    <message>
        <source>No topics yet</source>
        <translation>还没有主题</translation>
    </message>
    <message>
        <source>A topic copies each message to all its subscriptions that want it: to queues, or to programs that listen for HTTP.</source>
        <translation>主题把每条消息复制给所有需要它的订阅：投递到队列，或推送给监听 HTTP 的程序。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The topics could not be listed</source>
        <translation>无法列出主题</translation>
    </message>
</context>
<context>
    <name>ui::Topology</name>
    <message>
        <source>The file is larger than %1 MiB; no topology is.</source>
        <translation>文件超过 %1 MiB，不是拓扑文件。</translation>
    </message>
    <message>
        <source>Line %1: this is no JSON: %2</source>
        <translation>第 %1 行：不是 JSON：%2</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
</context>
<context>
    <name>ui::TopologyCommands</name>
    <message>
        <source>the sandbox</source>
        <translation>沙盒</translation>
    </message>
    <message>
        <source>the local broker</source>
        <translation>本地服务</translation>
    </message>
    <message>
        <source>&amp;Export the topology…</source>
        <translation>导出拓扑(&amp;E)…</translation>
    </message>
    <message>
        <source>Write all queues, topics and subscriptions, without messages, to a file</source>
        <translation>把全部队列、主题和订阅（不含消息）写入文件</translation>
    </message>
    <message>
        <source>&amp;Import a topology…</source>
        <translation>导入拓扑(&amp;I)…</translation>
    </message>
    <message>
        <source>Create and change queues, topics and subscriptions as a file says</source>
        <translation>按文件新建和修改队列、主题和订阅</translation>
    </message>
    <message>
        <source>&amp;Copy the topology of another connection…</source>
        <translation>复制其他连接的拓扑(&amp;C)…</translation>
    </message>
    <message>
        <source>Make this connection like another open one</source>
        <translation>使此连接与另一个已打开的连接一致</translation>
    </message>
    <message>
        <source>Export the topology</source>
        <translation>导出拓扑</translation>
    </message>
    <message>
        <source>%1 queues, %2 topics, %3 subscriptions</source>
        <translation>%1 个队列、%2 个主题、%3 个订阅</translation>
    </message>
    <message>
        <source>Written to %1: %2.</source>
        <translation>已写入 %1：%2。</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>无法写入 %1</translation>
    </message>
    <message>
        <source>Import a topology</source>
        <translation>导入拓扑</translation>
    </message>
    <message>
        <source>%1 could not be read</source>
        <translation>无法读取 %1</translation>
    </message>
    <message>
        <source>%1 cannot be imported</source>
        <translation>无法导入 %1</translation>
    </message>
    <message>
        <source>No other connection is open</source>
        <translation>没有打开其他连接</translation>
    </message>
    <message>
        <source>Carry out the import</source>
        <translation>执行导入</translation>
    </message>
    <message>
        <source>Change this connection as the plan says?</source>
        <translation>按计划变更此连接？</translation>
    </message>
    <message numerus="yes">
        <source>%n to create</source>
        <translation>
            <numerusform>新建 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to change</source>
        <translation>
            <numerusform>修改 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to delete, with all their messages</source>
        <translation>
            <numerusform>删除 %n 项，连同其全部消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Carry out</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>The alarm rules are as the file says.</source>
        <translation>告警规则已与文件一致。</translation>
    </message>
</context>
<context>
    <name>ui::TopologyPlan</name>
    <message>
        <source>none</source>
        <comment>no dead-letter queue</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>The filter type of a topic cannot be changed; delete the topic first.</source>
        <translation>主题的过滤类型不能修改，请先删除该主题。</translation>
    </message>
</context>
<context>
    <name>ui::TopologyReader</name>
    <message>
        <source>This is no topology of CMQ Console: “cmqTopology” is missing.</source>
        <translation>不是 CMQ 控制台的拓扑文件：缺少“cmqTopology”。</translation>
    </message>
    <message>
        <source>This console reads version %1 of topology files, not this one.</source>
        <translation>本控制台只能读取版本 %1 的拓扑文件。</translation>
    </message>
    <message>
        <source>“%1” must be a list.</source>
        <translation>“%1”必须是列表。</translation>
    </message>
    <message>
        <source>More than %1 entries.</source>
        <translation>超过 %1 项。</translation>
    </message>
    <message>
        <source>An object is expected here.</source>
        <translation>此处应为对象。</translation>
    </message>
    <message>
        <source>“policy” is 0 or 1.</source>
        <translation>“policy”只能是 0 或 1。</translation>
    </message>
    <message>
        <source>“filterType” is 1 (tags) or 2 (routing keys).</source>
        <translation>“filterType”只能是 1（标签）或 2（路由匹配）。</translation>
    </message>
    <message>
        <source>“%1” has a value that CMQ does not know.</source>
        <translation>“%1”的值不是 CMQ 的取值。</translation>
    </message>
    <message>
        <source>The dead-letter queue “%1” is not among the queues.</source>
        <translation>死信队列“%1”不在队列列表中。</translation>
    </message>
    <message>
        <source>The topic “%1” is not among the topics.</source>
        <translation>主题“%1”不在主题列表中。</translation>
    </message>
    <message>
        <source>“%1” is not known here.</source>
        <translation>此处没有“%1”这一项。</translation>
    </message>
    <message>
        <source>“%1” must be a whole number.</source>
        <translation>“%1”必须是整数。</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>缺少“%1”。</translation>
    </message>
    <message>
        <source>“%1” must be text.</source>
        <translation>“%1”必须是文本。</translation>
    </message>
    <message>
        <source>“%1” must be a list of texts.</source>
        <translation>“%1”必须是文本列表。</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”：%2</translation>
    </message>
    <message>
        <source>“%1” is there twice; names differ in more than case.</source>
        <translation>“%1”重复；仅大小写不同的名称视为相同。</translation>
    </message>
</context>
<context>
    <name>ui::TraceFeed</name>
    <message>
        <source>This connection does not tell what happened: CMQ&apos;s API has no trace. The local broker and the sandbox do.</source>
        <translation>此连接不提供发生过的事：CMQ 的 API 没有消息轨迹。本地服务和沙盒有。</translation>
    </message>
</context>
<context>
    <name>ui::TraceFinder</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>or by object</source>
        <translation>或按对象</translation>
    </message>
    <message>
        <source>Queue or topic</source>
        <translation>队列或主题</translation>
    </message>
    <message>
        <source>All queues and topics</source>
        <translation>所有队列和主题</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Last minute</source>
        <translation>最近 1 分钟</translation>
    </message>
    <message>
        <source>Last 10 minutes</source>
        <translation>最近 10 分钟</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最近 1 天</translation>
    </message>
    <message>
        <source>Everything known</source>
        <translation>全部已知</translation>
    </message>
    <message>
        <source>Between…</source>
        <translation>指定区间…</translation>
    </message>
    <message>
        <source>ID or handle</source>
        <translation>ID 或句柄</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
</context>
<context>
    <name>ui::TracePage</name>
    <message>
        <source>Message ID</source>
        <translation>消息 ID</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最近步骤</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>Events kept</source>
        <translation>保留事件数</translation>
    </message>
    <message>
        <source>How many events are remembered, for all messages together. Older ones are forgotten, and a life line says so.</source>
        <translation>所有消息一共保留多少个事件。更早的会被遗忘，生命线会说明这一点。</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>找到的消息</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Nothing happened to any message there then.</source>
        <translation>那里在那段时间没有消息发生变化。</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source> of the latest %1 events; narrow the search to see others.</source>
        <comment>begins with a space</comment>
        <translation>，来自最近 %1 个事件；缩小范围可查看其他消息。</translation>
    </message>
    <message>
        <source>. What happened before %1 is not kept.</source>
        <comment>begins with a full stop</comment>
        <translation>。%1 之前发生的事没有保留。</translation>
    </message>
    <message>
        <source>No trace here</source>
        <translation>这里没有轨迹</translation>
    </message>
    <message>
        <source>Which message?</source>
        <translation>哪条消息？</translation>
    </message>
    <message numerus="yes">
        <source>%n refused request(s)</source>
        <translation>
            <numerusform>%n 个被拒绝的请求</numerusform>
        </translation>
    </message>
    <message>
        <source>Type a message ID or a receipt handle, look for messages by object and time, or choose Life line on a message of the messages page.</source>
        <translation>输入消息 ID 或接收句柄，按对象和时间查找，或在消息页面的消息上选择“生命线”。</translation>
    </message>
    <message>
        <source>The events could not be read</source>
        <translation>无法读取事件</translation>
    </message>
</context>
<context>
    <name>ui::TransferDialog</name>
    <message>
        <source>Which messages</source>
        <translation>哪些消息</translation>
    </message>
    <message numerus="yes">
        <source>The %n selected</source>
        <translation>
            <numerusform>所选的 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>All that match the search and the states</source>
        <translation>符合搜索和状态的全部</translation>
    </message>
    <message>
        <source>All that are visible or delayed</source>
        <translation>全部可见和延时的</translation>
    </message>
    <message>
        <source>To connection</source>
        <translation>目标连接</translation>
    </message>
    <message>
        <source>Back to the queue each one came from</source>
        <translation>送回各自原来的队列</translation>
    </message>
    <message>
        <source>To queue</source>
        <translation>目标队列</translation>
    </message>
    <message>
        <source>Each is sent there as a new message.</source>
        <translation>每条都作为新消息发送。</translation>
    </message>
    <message>
        <source>An original is deleted only after its copy has arrived. Whatever stops it half-way, nothing is lost.</source>
        <translation>副本送达之后才删除原消息。无论中途因何停止，都不会丢失消息。</translation>
    </message>
    <message>
        <source>Messages a second at most</source>
        <translation>每秒最多条数</translation>
    </message>
    <message>
        <source>So that whoever consumes them can keep up</source>
        <translation>让消费者跟得上</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a queue first</source>
        <translation>请先选择队列</translation>
    </message>
</context>
<context>
    <name>ui::Trends</name>
    <message>
        <source>Backlog now %1; between %2 and %3 in the last %4</source>
        <translation>当前堆积 %1；最近 %4 内在 %2 到 %3 之间</translation>
    </message>
</context>
<context>
    <name>ui::WireTap</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Filter by action</source>
        <translation>按接口筛选</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Record no more requests until it is pressed again</source>
        <translation>不再记录请求，再次点按后恢复</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Forget the requests in this list</source>
        <translation>清除列表中的请求</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Copy a script that sends this request, signed anew with the secret key in CMQ_SECRET_KEY</source>
        <translation>复制发送此请求的脚本；运行时用环境变量 CMQ_SECRET_KEY 中的密钥重新签名</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>%1, %2 more came too fast to be recorded</source>
        <translation>%1，另有 %2 个因来得太快未记录</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>还没有请求</translation>
    </message>
    <message>
        <source>Serve this broker over HTTP: what programs ask it stands here.</source>
        <translation>开启 HTTP 服务后，程序发来的请求显示在这里。</translation>
    </message>
    <message>
        <source>What this console asks the endpoint stands here.</source>
        <translation>控制台发出的请求显示在这里。</translation>
    </message>
    <message>
        <source>It was refused before it said what it wants.</source>
        <translation>该请求在识别出接口之前就被拒绝了。</translation>
    </message>
    <message>
        <source>Ask for the same once more, from this console</source>
        <translation>由控制台再发送一次同样的请求</translation>
    </message>
    <message>
        <source>Copied. Put the secret key into CMQ_SECRET_KEY and run it with bash.</source>
        <translation>已复制。请把密钥放入环境变量 CMQ_SECRET_KEY，再用 bash 运行。</translation>
    </message>
    <message>
        <source>%1 was sent again, with success.</source>
        <translation>已重新发送 %1，执行成功。</translation>
    </message>
    <message>
        <source>Copied as code for Tencent&apos;s SDK for Node.js, which signs it anew.</source>
        <translation>已复制为腾讯云 Node.js SDK 的代码，运行时会重新签名。</translation>
    </message>
</context>
<context>
    <name>ui::Workspace</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Ask for the latest counters now (F5)</source>
        <translation>立即获取最新消息数 (F5)</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>HTTP receiver</source>
        <translation>HTTP 接收端</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>监控</translation>
    </message>
    <message>
        <source>&amp;Serve over HTTP…</source>
        <translation>HTTP 服务(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Requests over HTTP</source>
        <translation>HTTP 请求(&amp;R)</translation>
    </message>
    <message>
        <source>Every request that was served or sent</source>
        <translation>收到和发出的每个 HTTP 请求</translation>
    </message>
    <message>
        <source>Let other programs use this broker</source>
        <translation>让其他程序使用这里的队列和主题</translation>
    </message>
    <message>
        <source>Only a broker of this console can be served.</source>
        <translation>只有控制台内嵌的服务可以开启。</translation>
    </message>
    <message>
        <source>&amp;Activity</source>
        <translation>操作记录(&amp;A)</translation>
    </message>
    <message>
        <source>What this console did</source>
        <translation>本控制台做过的操作</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>实验室</translation>
    </message>
    <message>
        <source>Consumers</source>
        <translation>消费者</translation>
    </message>
    <message>
        <source>Find &amp;messages everywhere…</source>
        <translation>全局查找消息(&amp;M)…</translation>
    </message>
    <message>
        <source>In all queues, dead-letter queues and the trace: by ID, body, tag, key or time</source>
        <translation>在所有队列、死信队列和轨迹中，按 ID、内容、标签、路由键或时间查找</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>舞台</translation>
    </message>
    <message>
        <source>&amp;Panel of the lab</source>
        <translation>实验室面板(&amp;P)</translation>
    </message>
    <message>
        <source>The lesson, what was received, and who acts</source>
        <translation>课程、收到的消息和参与者</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>操作历史(&amp;H)</translation>
    </message>
    <message>
        <source>What was done in this sandbox, to take it back</source>
        <translation>在这个沙盒里做过的操作，可以撤销</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>%1 的副本</translation>
    </message>
    <message>
        <source>No copy could be made.</source>
        <translation>无法建立副本。</translation>
    </message>
    <message>
        <source>Open a &amp;copy in a sandbox</source>
        <translation>在沙盒中打开副本(&amp;C)</translation>
    </message>
    <message>
        <source>Everything of this broker exactly as it is, in a sandbox of its own</source>
        <translation>把这个消息服务的一切原样放进一个沙盒</translation>
    </message>
    <message>
        <source>Nothing will happen to message %1 by itself.</source>
        <translation>消息 %1 不会自行发生变化。</translation>
    </message>
    <message>
        <source>Step to the next change of the &amp;message</source>
        <translation>步进到这条消息的下一次变化(&amp;M)</translation>
    </message>
    <message>
        <source>Moves time to when something happens to message %1</source>
        <translation>把时间移到消息 %1 发生变化的时刻</translation>
    </message>
    <message>
        <source>Select a message first.</source>
        <translation>请先选择一条消息。</translation>
    </message>
</context>
</TS>
