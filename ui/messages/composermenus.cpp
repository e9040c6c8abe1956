#include "composermenus.h"

#include "snippetdialog.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/connections/drafts.h"

#include <QBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MenuTextLength = 60;

QString menuText(const QByteArray& body)
{
    return formatForeign(QString::fromUtf8(body.left(4 * MenuTextLength)), MenuTextLength)
        .replace(u'&', u"&&"_s);
}

} // namespace

ComposerMenus::ComposerMenus(Drafts& drafts, Written written, QWidget* window)
    : QObject(window)
    , m_drafts(drafts)
    , m_written(std::move(written))
    , m_window(window)
    , m_variables(makeButton(u"bodyVariables"_s, u"arrow-repeat", &ComposerMenus::fillVariables))
    , m_snippets(makeButton(u"bodySnippets"_s, u"clipboard", &ComposerMenus::fillSnippets))
    , m_sent(makeButton(u"bodySent"_s, u"clock-history", &ComposerMenus::fillSent))
{
}

ComposerMenus::Button ComposerMenus::makeButton(const QString& name, QStringView iconName,
                                                void (ComposerMenus::*fill)())
{
    auto* button = new QToolButton(m_window);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    auto* menu = new QMenu(m_window);
    menu->setObjectName(name + u"Menu"_s);
    connect(menu, &QMenu::aboutToShow, this, fill);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    return {button, menu};
}

void ComposerMenus::addTo(QHBoxLayout* layout)
{
    for (const Button& each : {m_variables, m_snippets, m_sent})
        layout->addWidget(each.button);
}

void ComposerMenus::retranslate()
{
    m_variables.button->setText(tr("Variables"));
    m_snippets.button->setText(tr("Snippets"));
    m_sent.button->setText(tr("Sent before"));
}

void ComposerMenus::fillVariables()
{
    m_variables.menu->clear();
    const std::pair<QString, QString> variables[] = {
        {u"{{uuid}}"_s, tr("A new UUID")},
        {u"{{seq}}"_s, tr("Which message it is: 1, 2, 3, …")},
        {u"{{now}}"_s, tr("The time, in milliseconds since 1970")},
        {u"{{rand 1 100}}"_s, tr("A random number from 1 to 100")}};
    for (const auto& [text, meaning] : variables) {
        m_variables.menu->addAction(u"%1\t%2"_s.arg(text, meaning), this,
                                    [this, insert = text] { emit variableChosen(insert); });
    }
}

void ComposerMenus::fillSnippets()
{
    m_snippets.menu->clear();
    const QByteArray body = m_written();
    QAction* save = m_snippets.menu->addAction(icon(u"plus-lg"), tr("Keep this body…"), this,
                                               [this, body] { openSave(body); });
    save->setObjectName(u"saveSnippet"_s);
    save->setEnabled(!body.isEmpty() && body.size() <= Drafts::SnippetBytesMax);
    const QList<Snippet> snippets = m_drafts.snippets();
    if (snippets.isEmpty())
        return;
    m_snippets.menu->addSeparator();
    auto* remove = new QMenu(tr("Forget"), m_snippets.menu);
    for (const Snippet& snippet : snippets) {
        const QString name = formatForeign(snippet.name, MenuTextLength).replace(u'&', u"&&"_s);
        m_snippets.menu->addAction(name, this,
                                   [this, snippet] { emit snippetChosen(snippet.body); });
        remove->addAction(name, this, [this, snippet] { m_drafts.remove(snippet); });
    }
    m_snippets.menu->addSeparator();
    m_snippets.menu->addMenu(remove);
}

void ComposerMenus::fillSent()
{
    m_sent.menu->clear();
    for (const SentMessage& message : m_drafts.sent()) {
        m_sent.menu->addAction(
            tr("%1 · %2 · %3", "time, queue or topic, body of a message that was sent")
                .arg(formatInstant(message.time), formatForeign(message.target),
                     menuText(message.body)),
            this, [this, message] { emit sentChosen(message.body, message.filter); });
    }
    if (m_drafts.sent().isEmpty())
        m_sent.menu->addAction(tr("Nothing was sent from here yet"))->setEnabled(false);
}

void ComposerMenus::openSave(const QByteArray& body)
{
    auto* dialog = new SnippetDialog(m_window->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SnippetDialog::submitted, this,
            [this, body](const QString& name, bool isEverywhere) {
                m_drafts.save({name, body, isEverywhere});
            });
    dialog->open();
}

} // namespace ui
