#include "shortcutsheet.h"

#include "ui/common/actiontext.h"
#include "ui/common/fonts.h"
#include "ui/common/label.h"

#include <QAction>
#include <QGridLayout>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>

#include <utility>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int ColumnGap = 40;
constexpr int MenuGap = 12;

QString keysOf(const QAction& action)
{
    QStringList keys;
    for (const QKeySequence& each : action.shortcuts())
        keys += each.toString(QKeySequence::NativeText);
    return keys.join(u", "_s);
}

} // namespace

ShortcutSheet::ShortcutSheet(const QList<MenuCommand>& commands, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"shortcutSheet"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto* title = new Label(TextRole::PageTitle);
    title->setObjectName(u"shortcutSheetTitle"_s);
    title->setText(windowTitle());
    QWidget* sheet = makeSheet(commands);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(u"shortcutSheetScroll"_s);
    scroll->setAccessibleName(windowTitle());
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(sheet);
    // As large as it is, if the screen is.
    const QSize room = screen()->availableSize() * 0.8;
    scroll->setMinimumWidth(sheet->sizeHint().width() +
                            scroll->verticalScrollBar()->sizeHint().width());
    scroll->setMinimumHeight(std::min(sheet->sizeHint().height(), room.height() - 160));

    auto* close = new QPushButton(tr("Close"));
    close->setObjectName(u"shortcutSheetClose"_s);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(16);
    layout->addWidget(title);
    layout->addWidget(scroll, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
}

/// Two columns; a menu is never torn apart.
QWidget* ShortcutSheet::makeSheet(const QList<MenuCommand>& commands)
{
    QList<std::pair<QString, QList<QAction*>>> menus;
    qsizetype lines = 0;
    for (const MenuCommand& command : commands) {
        if (command.action->shortcut().isEmpty())
            continue;
        const QString menu = command.menu.section(u" › "_s, 0, 0);
        if (menus.isEmpty() || menus.constLast().first != menu) {
            menus.append({menu, {}});
            ++lines;
        }
        menus.last().second.append(command.action);
        ++lines;
    }
    auto* sheet = new QWidget;
    sheet->setObjectName(u"shortcutSheetKeys"_s);
    auto* columns = new QHBoxLayout(sheet);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(ColumnGap);
    QGridLayout* grid = nullptr;
    qsizetype filled = 0;
    for (const auto& [menu, actions] : std::as_const(menus)) {
        if (!grid || (columns->count() == 1 && filled + actions.size() / 2 > lines / 2)) {
            grid = new QGridLayout;
            grid->setHorizontalSpacing(24);
            grid->setVerticalSpacing(6);
            grid->setColumnStretch(0, 1);
            grid->setAlignment(Qt::AlignTop);
            columns->addLayout(grid);
        } else {
            grid->setRowMinimumHeight(grid->rowCount(), MenuGap);
        }
        auto* heading = new Label(TextRole::Section);
        heading->setObjectName(u"shortcutSheet_"_s + menu);
        heading->setText(menu);
        grid->addWidget(heading, grid->rowCount(), 0, 1, 2);
        for (const QAction* action : actions)
            addCommand(*action, grid);
        filled += actions.size() + 1;
    }
    return sheet;
}

void ShortcutSheet::addCommand(const QAction& action, QGridLayout* grid)
{
    auto* what = new Label;
    what->setObjectName(action.objectName() + u"Text"_s);
    what->setText(actionTitle(action));
    auto* keys = new Label(TextRole::Body, Tone::Secondary);
    keys->setObjectName(action.objectName() + u"Keys"_s);
    keys->setFont(monoFont());
    keys->setText(keysOf(action));
    const int row = grid->rowCount();
    grid->addWidget(what, row, 0);
    grid->addWidget(keys, row, 1, Qt::AlignRight);
}

} // namespace ui
