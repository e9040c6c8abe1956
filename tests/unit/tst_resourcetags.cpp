#include "ui/common/resourcetags.h"

#include "tests/suite.h"

#include <QTest>

namespace tst_resourcetags {

using namespace Qt::StringLiterals;
using Tags = std::vector<cmq::ResourceTag>;

class TestResourceTags final : public QObject
{
    Q_OBJECT

private slots:
    void readAndWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Tags>("tags");
        QTest::addColumn<QString>("again");
        const auto row = [](const QString& text, const Tags& tags, const QString& again) {
            QTest::newRow(text.toUtf8().constData()) << text << tags << again;
        };
        row({}, {}, {});
        row(u" , ,"_s, {}, {});
        row(u"owner=me"_s, {{"owner", "me"}}, u"owner=me"_s);
        row(u" owner = me ,env=test "_s, {{"owner", "me"}, {"env", "test"}},
            u"owner=me, env=test"_s);
        row(u"alone"_s, {{"alone", ""}}, u"alone"_s);
        row(u"a=b=c"_s, {{"a", "b=c"}}, u"a=b=c"_s);
        row(u"=x"_s, {{"", "x"}}, u"=x"_s); // refused later, with a reason
        row(u"部门=阿里，环境=测试"_s, {{"部门", "阿里"}, {"环境", "测试"}},
            u"部门=阿里, 环境=测试"_s);
    }
    void readAndWritten()
    {
        QFETCH(QString, text);
        QFETCH(Tags, tags);
        QVERIFY(ui::parseResourceTags(text) == tags);
        QTEST(ui::formatResourceTags(tags), "again");
    }
};

CMQ_TEST(resourcetags, TestResourceTags)

} // namespace tst_resourcetags
#include "tst_resourcetags.moc"
