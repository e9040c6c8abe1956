#include "filtertext.h"

#include "ui/common/format.h"

#include <QCoreApplication>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

struct Filters
{
    Q_DECLARE_TR_FUNCTIONS(ui::Filters)
};

QString joined(const std::vector<std::string>& items)
{
    QStringList texts;
    for (const std::string& item : items)
        texts += formatForeign(QString::fromStdString(item), 64);
    return texts.join(Filters::tr(", ", "between tags or keys"));
}

} // namespace

cmq::FilterDecision decide(cmq::FilterType type, const cmq::SubscriptionAttributes& subscription,
                           const Sample& sample)
{
    return type == cmq::FilterType::Tag
               ? cmq::matchTags(subscription.filterTag, sample.msgTag)
               : cmq::matchRouting(subscription.bindingKey, sample.routingKey);
}

QString decisionText(const cmq::FilterDecision& decision)
{
    const QString by = formatForeign(QString::fromStdString(decision.decidedBy), 64);
    switch (decision.rule) {
    case cmq::FilterRule::Unfiltered: return Filters::tr("It has no filter tag and gets all");
    case cmq::FilterRule::SharedTag: return Filters::tr("Both have the tag “%1”").arg(by);
    case cmq::FilterRule::MessageUntagged:
        return Filters::tr("It filters, but the message has no tag");
    case cmq::FilterRule::NoSharedTag: return Filters::tr("No filter tag is a tag of the message");
    case cmq::FilterRule::KeyMatches: return Filters::tr("The binding key “%1” matches").arg(by);
    case cmq::FilterRule::NoKeyMatches: return Filters::tr("No binding key matches");
    case cmq::FilterRule::NoBindingKey:
        return Filters::tr("It has no binding key and gets nothing");
    }
    return {};
}

QString filterText(cmq::FilterType type, const cmq::SubscriptionAttributes& subscription)
{
    if (type == cmq::FilterType::Routing)
        return subscription.bindingKey.empty() ? Filters::tr("Nothing")
                                               : joined(subscription.bindingKey);
    return subscription.filterTag.empty() ? Filters::tr("Everything")
                                          : joined(subscription.filterTag);
}

QString filterTypeText(cmq::FilterType type)
{
    return type == cmq::FilterType::Tag ? Filters::tr("Tags") : Filters::tr("Routing key");
}

std::vector<std::string> linesOf(const QString& text)
{
    std::vector<std::string> items;
    for (const QString& line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (const QString item = line.trimmed(); !item.isEmpty())
            items.push_back(item.toStdString());
    }
    return items;
}

QString toLines(const std::vector<std::string>& items)
{
    QStringList lines;
    for (const std::string& item : items)
        lines += QString::fromStdString(item);
    return lines.join(u'\n');
}

} // namespace ui
