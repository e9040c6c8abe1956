#include "resourcetags.h"

#include "format.h"

#include <QCoreApplication>
#include <QStringList>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct ResourceTags
{
    Q_DECLARE_TR_FUNCTIONS(ui::ResourceTags)
};

constexpr int ShownLength = 200;

} // namespace

QString formatResourceTags(const std::vector<cmq::ResourceTag>& tags)
{
    QStringList texts;
    for (const cmq::ResourceTag& tag : tags) {
        const QString key = QString::fromStdString(tag.tagKey);
        texts += tag.tagValue.empty() ? key : key + u'=' + QString::fromStdString(tag.tagValue);
    }
    return texts.join(u", "_s);
}

std::vector<cmq::ResourceTag> parseResourceTags(const QString& text)
{
    std::vector<cmq::ResourceTag> tags;
    QString written = text;
    written.replace(u'，', u','); // as Chinese keyboards have it
    for (const QString& each : written.split(u',', Qt::SkipEmptyParts)) {
        const QString key = each.section(u'=', 0, 0).trimmed();
        const QString value = each.section(u'=', 1).trimmed();
        if (!key.isEmpty() || !value.isEmpty())
            tags.push_back({key.toStdString(), value.toStdString()});
    }
    return tags;
}

QString resourceTagsFact(const std::vector<cmq::ResourceTag>& tags)
{
    if (tags.empty())
        return {};
    return u" · "_s +
           ResourceTags::tr("tags %1").arg(formatForeign(formatResourceTags(tags), ShownLength));
}

} // namespace ui
