#include "actorcard.h"

#include "actordialog.h"
#include "lessonstate.h"
#include "lessontext.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/translated.h"

#include <QBoxLayout>
#include <QPushButton>

namespace ui {

namespace scenario = cmq::scenario;
using namespace Qt::StringLiterals;

ActorCard::ActorCard(LessonState& state, QWidget* parent)
    : LessonCard(u"lessonActors"_s, parent)
    , m_state(state)
    , m_rows(new QVBoxLayout)
{
    m_rows->setSpacing(8);
    body()->addLayout(m_rows);
    connect(&state, &LessonState::changed, this, [this] {
        if (m_state.view().actors != m_shown)
            refresh();
    });
    keepTranslated(this, [this] {
        setTitle(tr("Actors"));
        refresh();
    });
}

void ActorCard::refresh()
{
    m_shown = m_state.view().actors;
    clear(m_rows);
    for (const scenario::Actor& actor : m_shown)
        addRow(actor);
    setVisible(!m_shown.empty());
}

void ActorCard::addRow(const scenario::Actor& actor)
{
    const QString name = formatForeign(QString::fromStdString(actor.name));
    auto* title = wrapped(u"actorName_"_s + name);
    title->setText(name);
    auto* what = wrapped(u"actorText_"_s + name, Tone::Muted, TextRole::Caption);
    what->setText(actorText(actor));
    auto* button = new QPushButton(tr("Edit…"));
    button->setObjectName(u"actorEdit_"_s + name);
    button->setAccessibleName(tr("Edit %1").arg(name));
    connect(button, &QPushButton::clicked, this, [this, actor] { edit(actor); });
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(title);
    texts->addWidget(what);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addLayout(texts, 1);
    line->addWidget(button, 0, Qt::AlignTop);
    m_rows->addLayout(line);
}

void ActorCard::edit(const scenario::Actor& actor)
{
    auto* dialog = new ActorDialog(actor, {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ActorDialog::submitted, this, [this, dialog](const scenario::Actor& changed) {
        m_state.setActor(changed);
        dialog->accept();
    });
    dialog->open();
}

} // namespace ui
