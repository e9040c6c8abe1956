#include "branchlives.h"

#include "lookinto.h"

#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/onresult.h"
#include "ui/common/translated.h"
#include "ui/trace/lifelineview.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QScrollArea>

#include <map>

namespace ui {

using namespace Qt::StringLiterals;
using cmq::scenario::World;

namespace {

constexpr std::size_t MessagesOffered = 200;

using Bodies = std::map<std::uint64_t, std::string>;

/// The latest messages that were sent in any of the worlds.
Bodies messagesOf(const std::vector<const World*>& worlds)
{
    Bodies bodies;
    for (const World* world : worlds)
        world->bodies().forEach([&](const auto& each) { bodies.insert(each); });
    while (bodies.size() > MessagesOffered)
        bodies.erase(bodies.begin());
    return bodies;
}

LifeLine lifeIn(const World& world, std::uint64_t msgId)
{
    cmq::EventQuery ofMessage, ofMany;
    ofMessage.msgId = msgId;
    ofMany.kinds = bulkKinds();
    cmq::EventHistory own, bulk;
    own.knownSince = bulk.knownSince = world.knownSince();
    world.events().forEach([&](const World::Seen& seen) {
        if (matches(ofMessage, seen.event))
            own.events.push_back(seen.event);
        else if (!own.events.empty() && matches(ofMany, seen.event))
            bulk.events.push_back(seen.event);
    });
    return makeLifeLine(msgId, own, bulk, world.now());
}

} // namespace

QString branchTitle(std::size_t branch, std::size_t shown)
{
    return branch == shown ? BranchLives::tr("Branch %1 (shown)").arg(branch + 1)
                           : BranchLives::tr("Branch %1").arg(branch + 1);
}

BranchLives::BranchLives(cmq::scenario::Sandbox& sandbox, QWidget* parent)
    : QWidget(parent)
    , m_sandbox(sandbox)
    , m_title(new Label(TextRole::Body, Tone::Secondary))
    , m_message(new QComboBox)
    , m_lines(new QVBoxLayout)
{
    m_message->setObjectName(u"branchMessage"_s);
    m_message->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_message->setMinimumContentsLength(40);
    m_title->setBuddy(m_message);
    auto* choice = new QHBoxLayout;
    choice->setSpacing(8);
    choice->addWidget(m_title);
    choice->addWidget(m_message, 1);
    auto* lines = new QWidget;
    lines->setLayout(m_lines);
    auto* area = new QScrollArea;
    area->setObjectName(u"branchLivesArea"_s);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(lines);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(choice);
    layout->addWidget(area, 1);
    connect(m_message, &QComboBox::currentIndexChanged, this, &BranchLives::showMessage);
    keepTranslated(this, [this] {
        m_title->setText(tr("The life of"));
        m_message->setAccessibleName(tr("Message"));
    });
    findMessages();
}

void BranchLives::findMessages()
{
    const auto future = answerOf<Bodies>([this](auto answer) {
        m_sandbox.compare([answer](const std::vector<const World*>& worlds, std::size_t) {
            answer(messagesOf(worlds));
        });
    });
    onResult(future, this, [this](const cmq::Result<Bodies>& bodies) {
        if (!bodies)
            return;
        for (const auto& [msgId, body] : *bodies)
            m_message->addItem(tr("%1: %2").arg(QString::number(msgId),
                                                formatForeign(QString::fromStdString(body), 60)),
                               QVariant::fromValue<qulonglong>(msgId));
    });
}

void BranchLives::showMessage()
{
    struct Lives
    {
        std::vector<LifeLine> ofBranches;
        std::size_t shown;
    };
    const std::uint64_t msgId = m_message->currentData().toULongLong();
    const auto future = answerOf<Lives>([this, msgId](auto answer) {
        m_sandbox.compare(
            [answer, msgId](const std::vector<const World*>& worlds, std::size_t shown) {
                Lives lives{{}, shown};
                for (const World* world : worlds)
                    lives.ofBranches.push_back(lifeIn(*world, msgId));
                answer(std::move(lives));
            });
    });
    onResult(future, this, [this, asked = ++m_asked](const cmq::Result<Lives>& lives) {
        if (!lives || asked != m_asked)
            return;
        while (QLayoutItem* item = m_lines->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        for (std::size_t branch = 0; branch < lives->ofBranches.size(); ++branch) {
            const LifeLine& life = lives->ofBranches[branch];
            const auto number = int(branch + 1);
            auto* title = new Label(TextRole::Section);
            title->setText(branchTitle(branch, lives->shown));
            m_lines->addWidget(title);
            if (life.steps.isEmpty()) {
                auto* nothing = new Label(TextRole::Body, Tone::Muted);
                nothing->setObjectName(u"branchLifeNone%1"_s.arg(number));
                nothing->setText(tr("It does not exist there."));
                m_lines->addWidget(nothing);
                continue;
            }
            auto* view = new LifeLineView(u"branchLife%1"_s.arg(number));
            view->setLine(life);
            m_lines->addWidget(view);
        }
        m_lines->addStretch();
    });
}

} // namespace ui
