#include "monitortabs.h"

#include "ui/common/label.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QTabBar>
#include <QTabWidget>

namespace ui {

using namespace Qt::StringLiterals;

MonitorTabs::MonitorTabs(QWidget* parent)
    : QWidget(parent)
    , m_title(new Label(TextRole::PageTitle))
    , m_parts(new QTabWidget)
{
    setObjectName(u"monitorTabs"_s);
    m_title->setObjectName(u"monitorTitle"_s);
    m_parts->setObjectName(u"monitorParts"_s);
    m_parts->tabBar()->setObjectName(u"monitorPartsBar"_s);
    m_parts->setDocumentMode(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_parts, 1);
    keepTranslated(this, [this] { retranslate(); });
}

void MonitorTabs::addPart(QWidget* part, Title title)
{
    m_parts->addTab(part, title());
    m_partTitles.append(std::move(title));
}

void MonitorTabs::showPart(QWidget* part)
{
    m_parts->setCurrentWidget(part);
}

void MonitorTabs::retranslate()
{
    m_title->setText(tr("Monitor"));
    m_parts->setAccessibleName(tr("Ways to look"));
    for (qsizetype i = 0; i < m_partTitles.size(); ++i)
        m_parts->setTabText(int(i), m_partTitles.at(i)());
}

} // namespace ui
