#include "lab.h"

#include "scenario/scenariofile.h"

#include "ui/common/settings.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

/// Of what was done in a lesson; a longer way is begun again.
constexpr qsizetype WorkBytesMax = 256 * 1024;

} // namespace

Lab::Lab(Settings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
{
    readProgress();
}

const QList<Lab::Lesson>& Lab::lessons()
{
    if (!m_lessons.isEmpty())
        return m_lessons;
    const QDir shelf(u":/lessons"_s);
    for (const QString& name : shelf.entryList({u"*.json"_s}, QDir::Files)) {
        QFile file(shelf.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        auto scenario = cmq::scenario::parseScenario(file.readAll().toStdString());
        if (scenario && scenario->lesson) // a test reads them all
            m_lessons.append(std::make_shared<const cmq::scenario::Scenario>(std::move(*scenario)));
    }
    std::ranges::sort(m_lessons, {}, [](const Lesson& each) { return each->lesson->number; });
    return m_lessons;
}

Lab::Lesson Lab::after(const cmq::scenario::Scenario& lesson)
{
    const auto& all = lessons();
    const auto found =
        std::ranges::find_if(all, [&](const Lesson& each) { return each->id == lesson.id; });
    return found == all.end() || found + 1 == all.end() ? nullptr : *(found + 1);
}

Lab::Lesson Lab::next()
{
    const auto& all = lessons();
    const auto found = std::ranges::find_if(
        all, [this](const Lesson& each) { return result(each->id) <= Result::Started; });
    if (found != all.end())
        return *found;
    return all.isEmpty() ? nullptr : all.constFirst();
}

Lab::Result Lab::result(const std::string& id) const
{
    return m_results.value(QString::fromStdString(id), Result::None);
}

void Lab::note(const std::string& id, Result result)
{
    if (id.empty() || result <= this->result(id))
        return;
    m_results.insert(QString::fromStdString(id), result);
    QJsonObject all;
    for (auto it = m_results.cbegin(); it != m_results.cend(); ++it)
        all.insert(it.key(), int(it.value()));
    m_settings.setLessons(QJsonDocument(all).toJson(QJsonDocument::Compact));
    emit progressChanged();
}

std::vector<cmq::scenario::Step> Lab::work(const std::string& id) const
{
    if (id.empty())
        return {};
    const QByteArray text = m_settings.lessonWork(QString::fromStdString(id));
    const auto kept = cmq::scenario::parseScenario(text.toStdString());
    return kept ? kept->steps : std::vector<cmq::scenario::Step>();
}

void Lab::keepWork(const std::string& id, const std::vector<cmq::scenario::Step>& steps)
{
    if (id.empty())
        return;
    cmq::scenario::Scenario kept;
    kept.steps = steps;
    const auto text =
        steps.empty() ? QByteArray() : QByteArray::fromStdString(cmq::scenario::toText(kept));
    const QString name = QString::fromStdString(id);
    const QByteArray fitting = text.size() > WorkBytesMax ? QByteArray() : text;
    if (fitting != m_settings.lessonWork(name))
        m_settings.setLessonWork(name, fitting);
}

void Lab::readProgress()
{
    const QJsonObject all = QJsonDocument::fromJson(m_settings.lessons()).object();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const int result = it.value().toInt();
        if (result > 0 && result <= int(Result::Alone))
            m_results.insert(it.key(), Result(result));
    }
}

} // namespace ui
