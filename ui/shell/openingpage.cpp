#include "openingpage.h"

#include "ui/common/emptystate.h"
#include "ui/common/format.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QProgressBar>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// A smaller store is there before anybody could read a number.
constexpr qint64 LargeMessages = 100'000;
constexpr int BarSteps = 1000;
constexpr int BarWidth = 320;

} // namespace

OpeningPage::OpeningPage(QWidget* parent)
    : QWidget(parent)
    , m_state(new EmptyState(u"openingState"_s, u"hdd"))
    , m_bar(new QProgressBar)
{
    m_bar->setObjectName(u"openingProgress"_s);
    m_bar->setRange(0, BarSteps);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(BarWidth);
    m_bar->hide();
    auto* layout = new QVBoxLayout(this);
    layout->addStretch();
    layout->addWidget(m_state);
    layout->addWidget(m_bar, 0, Qt::AlignHCenter);
    layout->addStretch();
    keepTranslated(this, [this] { retranslate(); });
}

void OpeningPage::setProgress(qint64 done, qint64 total)
{
    if (total < LargeMessages)
        return;
    m_done = std::min(done, total);
    m_total = total;
    m_bar->setValue(static_cast<int>(m_done * BarSteps / m_total));
    m_bar->show();
    retranslate();
}

void OpeningPage::retranslate()
{
    m_state->setTexts(
        tr("Opening the store…"),
        m_total == 0
            ? tr("Large stores take a few seconds.")
            : tr("%1 of %2 messages are loaded.").arg(formatCount(m_done), formatCount(m_total)));
    m_bar->setAccessibleName(tr("Progress of opening the store"));
}

} // namespace ui
