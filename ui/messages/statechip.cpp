#include "statechip.h"

#include "messagestate.h"

#include "ui/connections/figures.h"

namespace ui {

using namespace Qt::StringLiterals;

StateChip::StateChip(cmq::MessageState state, QWidget* parent)
    : QToolButton(parent)
    , m_state(state)
{
    setObjectName(u"stateChip%1"_s.arg(int(state)));
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::TabFocus);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIcon(stateIcon(state));
    retranslate();
}

void StateChip::setCount(std::int64_t count, bool isExact)
{
    if (count == m_count && isExact == m_isExact)
        return;
    m_count = count;
    m_isExact = isExact;
    retranslate();
}

void StateChip::retranslate()
{
    const QString word = stateText(m_state);
    setText(m_count < 0 ? word : word + u' ' + figureText(m_count, m_isExact));
    setToolTip(stateHelp(m_state));
    setAccessibleName(text());
}

} // namespace ui
