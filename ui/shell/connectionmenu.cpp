#include "connectionmenu.h"

#include "connectionbar.h"
#include "statusline.h"

#include "ui/common/format.h"
#include "ui/connections/connection.h"

#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int ShownNameLength = 60;

} // namespace

ConnectionMenu::ConnectionMenu(QWidget* parent)
    : QMenu(parent)
    , m_manage(new QAction(ui::icon(u"gear"), QString(), this))
    , m_close(new QAction(ui::icon(u"x-lg"), QString(), this))
{
    setObjectName(u"connectionMenu"_s);
    setToolTipsVisible(true);
    m_manage->setObjectName(u"manageConnections"_s);
    m_manage->setShortcut(QKeySequence(u"Ctrl+Shift+C"_s));
    m_close->setObjectName(u"closeConnection"_s);
    m_close->setShortcut(QKeySequence(u"Ctrl+Shift+W"_s));
    connect(m_manage, &QAction::triggered, this, &ConnectionMenu::manageRequested);
    connect(m_close, &QAction::triggered, this, &ConnectionMenu::closeRequested);
    addAction(m_manage);
    addAction(m_close);
    retranslate();
}

void ConnectionMenu::setOpen(const QList<Connection*>& open, Connection* current)
{
    m_open = open;
    m_current = current;
    fill();
}

void ConnectionMenu::setSaved(const QList<SavedConnection>& saved)
{
    m_saved = saved;
    fill();
}

void ConnectionMenu::retranslate()
{
    setTitle(tr("&Connection"));
    m_manage->setText(tr("&Connections…"));
    m_close->setText(tr("C&lose this connection"));
    fill();
}

void ConnectionMenu::fill()
{
    for (QAction* old : std::exchange(m_choices, {})) {
        removeAction(old);
        old->setObjectName({});
        old->deleteLater(); // it may be inside its own signal
    }
    const auto add = [this](QAction* action, const QString& name) {
        action->setObjectName(name);
        insertAction(m_manage, action);
        m_choices.append(action);
    };
    const auto addLine = [this] { m_choices.append(insertSeparator(m_manage)); };
    for (qsizetype i = 0; i < m_open.size(); ++i) {
        Connection* connection = m_open[i];
        QString text = connectionName(*connection);
        if (!connection->name().isEmpty())
            text = tr("%1 · %2", "name and kind of a connection")
                       .arg(text, connectionKindText(*connection));
        auto* action = new QAction(connectionIcon(*connection), formatCaption(text), this);
        action->setCheckable(true);
        action->setChecked(connection == m_current);
        connect(action, &QAction::triggered, this, [this, action, connection] {
            if (connection == m_current)
                action->setChecked(true); // choosing it again does not unchoose it
            else
                emit connectionChosen(connection);
        });
        add(action, u"openConnection%1"_s.arg(i));
    }
    if (!m_open.isEmpty() && !m_saved.isEmpty())
        addLine();
    for (qsizetype i = 0; i < m_saved.size(); ++i) {
        const QString name = formatForeign(m_saved[i].name, ShownNameLength);
        auto* action = new QAction(ui::icon(u"circle-fill", m_saved[i].tone),
                                   formatCaption(tr("Open %1").arg(name)), this);
        connect(action, &QAction::triggered, this,
                [this, id = m_saved[i].id] { emit savedChosen(id); });
        add(action, u"savedConnection%1"_s.arg(i));
    }
    if (!m_choices.isEmpty())
        addLine();
    const bool isLast = m_open.size() < 2 || !m_current;
    m_close->setEnabled(!isLast);
    m_close->setToolTip(isLast ? tr("The last connection stays open.") : QString());
}

} // namespace ui
