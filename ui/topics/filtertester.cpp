#include "filtertester.h"

#include "filterpart.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/translated.h"

#include <QBoxLayout>

namespace ui {

using namespace Qt::StringLiterals;

FilterTester::FilterTester(const cmq::TopicAttributes& topic, QWidget* parent)
    : QDialog(parent)
    , m_part(new FilterPart(topic.filterType))
{
    setObjectName(u"filterTester"_s);
    resize(860, 560);
    auto* title = new Label(TextRole::PageTitle);
    title->setObjectName(u"filterTesterTitle"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addWidget(m_part, 1);
    keepTranslated(this, [this, title, name = QString::fromStdString(topic.topicName)] {
        setWindowTitle(tr("Filters of %1").arg(formatForeign(name)));
        title->setText(windowTitle());
    });
}

void FilterTester::setSubscriptions(const QList<SubscriptionRow>& subscriptions)
{
    m_part->setSubscriptions(subscriptions);
}

} // namespace ui
