#include "columnsets.h"

#include "field.h"
#include "format.h"
#include "formdialog.h"
#include "settings.h"
#include "tableview.h"
#include "translated.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int NameLengthMax = 40;

struct ColumnSetText
{
    Q_DECLARE_TR_FUNCTIONS(ui::ColumnSet)
};

/// Asks for the name of a set.
class ColumnSetDialog final : public FormDialog
{
public:
    ColumnSetDialog(std::function<void(QString)> save, QWidget* parent)
        : FormDialog(u"columnSetDialog"_s, parent)
    {
        auto* name = new QLineEdit;
        name->setObjectName(u"columnSetName"_s);
        name->setMaxLength(NameLengthMax);
        auto* field = new Field(name);
        body()->addWidget(field);
        const auto check = [this, name] {
            setValid(!name->text().trimmed().isEmpty(), ColumnSetText::tr("Give it a name."));
        };
        connect(name, &QLineEdit::textChanged, this, check);
        connect(this, &FormDialog::submitRequested, this, [this, name, save = std::move(save)] {
            save(name->text().trimmed());
            accept();
        });
        keepTranslated(this, [this, field] {
            setTitle(ColumnSetText::tr("Save these columns"));
            field->setTitle(ColumnSetText::tr("Name"));
            field->setHint(ColumnSetText::tr("A set of this name is replaced."));
            submitButton()->setText(ColumnSetText::tr("Save"));
            closeButton()->setText(ColumnSetText::tr("Cancel"));
        });
        check();
        name->setFocus();
    }
};

QString keyOf(const TableView& table)
{
    return table.objectName() + u"ColumnSets"_s;
}

QJsonObject savedSets(const TableView& table, const Settings& settings)
{
    return QJsonDocument::fromJson(settings.layout(keyOf(table))).object();
}

void keepSets(const TableView& table, Settings& settings, const QJsonObject& sets)
{
    settings.setLayout(keyOf(table), QJsonDocument(sets).toJson(QJsonDocument::Compact));
}

QStringList columnsOf(const QJsonValue& set)
{
    return set.toVariant().toStringList();
}

/// A name that a person typed as the text of a menu entry.
QString menuText(const QString& name)
{
    return formatForeign(name).replace(u'&', u"&&"_s);
}

void addSet(QMenu& menu, QActionGroup& group, TableView& table, const QString& text,
            const QString& name, const QStringList& columns)
{
    QAction* action = menu.addAction(text);
    action->setObjectName(name);
    action->setCheckable(true);
    group.addAction(action);
    // The first column is shown whatever the set says, and the order of names means nothing.
    const QStringList shown = table.shownColumns().mid(1);
    const QSet<QString> wanted(columns.begin(), columns.end());
    action->setChecked(QSet<QString>(shown.begin(), shown.end()) == wanted);
    QObject::connect(action, &QAction::triggered, &table,
                     [&table, columns] { table.setShownColumns(columns); });
}

} // namespace

void addColumnSets(QMenu& menu, TableView& table, Settings& settings,
                   const QList<ColumnSet>& builtIn)
{
    auto* group = new QActionGroup(&menu);
    group->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    menu.addSection(ColumnSetText::tr("Column sets"));
    for (const ColumnSet& set : builtIn)
        addSet(menu, *group, table, set.title(), u"columnSet_"_s + set.id, set.columns);
    const QJsonObject saved = savedSets(table, settings);
    for (auto it = saved.begin(); it != saved.end(); ++it)
        addSet(menu, *group, table, menuText(it.key()), u"ownColumnSet_"_s + it.key(),
               columnsOf(it.value()));

    QAction* save = menu.addAction(ColumnSetText::tr("Save these columns…"));
    save->setObjectName(u"saveColumnSet"_s);
    QObject::connect(save, &QAction::triggered, &table, [&table, &settings] {
        auto* dialog = new ColumnSetDialog(
            [&table, &settings](const QString& name) {
                QJsonObject sets = savedSets(table, settings);
                sets[name] = QJsonArray::fromStringList(table.shownColumns().mid(1));
                keepSets(table, settings, sets);
            },
            &table);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    if (!saved.isEmpty()) {
        QMenu* remove = menu.addMenu(ColumnSetText::tr("Remove"));
        for (const QString& name : saved.keys()) {
            QAction* action = remove->addAction(menuText(name));
            action->setObjectName(u"removeColumnSet_"_s + name);
            QObject::connect(action, &QAction::triggered, &table, [&table, &settings, name] {
                QJsonObject sets = savedSets(table, settings);
                sets.remove(name);
                keepSets(table, settings, sets);
            });
        }
    }
    menu.addSection(ColumnSetText::tr("Columns"));
}

} // namespace ui
