#include "connectionbar.h"

#include "statusline.h"

#include "ui/common/actionbutton.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/tokens.h"
#include "ui/connections/connection.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QToolButton>

#include <initializer_list>
#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int SignSize = 14;
constexpr int HatchWidth = 28;
constexpr int NameLengthMax = 40;

/// "PROD" and a hatched strip: production is told by a word and a pattern, never by a colour alone.
class ProductionBadge final : public QWidget
{
public:
    ProductionBadge()
    {
        setObjectName(u"productionBadge"_s);
        m_word->setObjectName(u"productionWord"_s);
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(HatchWidth + 6, 0, HatchWidth + 6, 0);
        layout->addWidget(m_word);
    }
    void setText(const QString& text, const QString& help)
    {
        m_word->setText(text);
        setToolTip(help);
        setAccessibleName(text);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(toneColor(Tone::Dead, palette()), 3));
        for (const int left : {0, width() - HatchWidth}) {
            painter.setClipRect(left, 4, HatchWidth, height() - 8);
            for (int x = left - height(); x < left + HatchWidth; x += 8)
                painter.drawLine(x, height(), x + height(), 0);
        }
    }

private:
    Label* m_word = new Label(TextRole::Section, Tone::Dead);
};

QToolButton* makeWayButton(const QString& name)
{
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->hide();
    return button;
}

} // namespace

QString connectionName(const Connection& connection)
{
    return connection.name().isEmpty() ? connectionKindText(connection)
                                       : formatForeign(connection.name(), NameLengthMax);
}

QIcon connectionIcon(const Connection& connection)
{
    return icon(u"circle-fill", connection.tone());
}

ConnectionBar::ConnectionBar(QMenu* menu, QWidget* parent)
    : QFrame(parent)
    , m_switch(new QToolButton)
    , m_sign(new QLabel)
    , m_mode(new Label(TextRole::Body, Tone::Secondary))
    , m_lock(new QLabel)
    , m_access(new Label(TextRole::Body, Tone::Secondary))
    , m_production(new ProductionBadge)
    , m_back(makeWayButton(u"goBackButton"_s))
    , m_forward(makeWayButton(u"goForwardButton"_s))
{
    setObjectName(u"connectionBar"_s);
    m_switch->setObjectName(u"connectionSwitch"_s);
    m_switch->setMenu(menu);
    m_switch->setPopupMode(QToolButton::InstantPopup);
    m_switch->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_switch->setFocusPolicy(Qt::TabFocus);
    m_sign->setObjectName(u"connectionSign"_s);
    m_mode->setObjectName(u"connectionMode"_s);
    m_lock->setObjectName(u"connectionLock"_s);
    m_access->setObjectName(u"connectionAccess"_s);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(6);
    layout->addWidget(m_switch);
    layout->addSpacing(6);
    layout->addWidget(m_sign);
    layout->addWidget(m_mode);
    layout->addSpacing(6);
    layout->addWidget(m_lock);
    layout->addWidget(m_access);
    layout->addSpacing(6);
    layout->addWidget(m_production);
    layout->addStretch();
    layout->addWidget(m_back);
    layout->addWidget(m_forward);
}

void ConnectionBar::setWay(QAction* back, QAction* forward)
{
    for (const auto& [button, action] : {std::pair(m_back, back), std::pair(m_forward, forward)}) {
        button->setVisible(action != nullptr);
        if (action)
            button->setDefaultAction(action);
    }
}

void ConnectionBar::addButton(QAction* action)
{
    QToolButton* button = makeToolButton(action);
    button->setAutoRaise(false);
    layout()->addWidget(button);
}

void ConnectionBar::setConnection(const Connection* connection)
{
    m_connection = connection;
    retranslate();
}

void ConnectionBar::retranslate()
{
    m_switch->setToolTip(tr("Open connections and saved ones"));
    for (QLabel* sign : std::initializer_list<QLabel*>{m_sign, m_mode, m_lock, m_access})
        sign->setVisible(m_connection != nullptr);
    m_production->setVisible(m_connection && m_connection->isProduction());
    if (!m_connection) {
        m_switch->setText(tr("No connection"));
        m_switch->setIcon({});
        m_switch->setAccessibleName(m_switch->text());
        return;
    }
    m_switch->setText(formatCaption(connectionName(*m_connection)));
    m_switch->setIcon(connectionIcon(*m_connection));
    m_switch->setAccessibleName(tr("Connection: %1").arg(connectionName(*m_connection)));
    const auto show = [this](QLabel* label, QStringView name, Tone tone) {
        label->setPixmap(icon(name, tone).pixmap(QSize(SignSize, SignSize), devicePixelRatioF()));
    };
    const ConnectionKind kind = m_connection->kind();
    show(m_sign,
         kind == ConnectionKind::Local     ? u"hdd"
         : kind == ConnectionKind::Sandbox ? u"memory"
                                           : u"cloud",
         Tone::Secondary);
    m_mode->setText(connectionKindText(*m_connection));
    const bool isReadOnly = m_connection->isReadOnly();
    show(m_lock, isReadOnly ? u"lock" : u"pencil", isReadOnly ? Tone::InFlight : Tone::Muted);
    m_access->setText(isReadOnly ? tr("Read-only") : tr("Read and write"));
    m_access->setTone(isReadOnly ? Tone::InFlight : Tone::Muted);
    static_cast<ProductionBadge*>(m_production)
        ->setText(tr("PROD", "badge of a production connection"),
                  tr("Production: what is destroyed here is missed by others."));
}

void ConnectionBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.hairline);
    if (m_connection)
        painter.fillRect(QRect(0, 0, 4, height() - 1), toneColor(m_connection->tone(), palette()));
}

void ConnectionBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        retranslate();
}

} // namespace ui
