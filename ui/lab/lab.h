#pragma once

#include "cmq/copysource.h"
#include "scenario/scenario.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace ui {

class Settings;

/// The lessons that come with the program, and how far the person has got with each. Asks for
/// scenarios to be opened; who opens them is somebody else's business.
class Lab final : public QObject
{
    Q_OBJECT

public:
    using Lesson = std::shared_ptr<const cmq::scenario::Scenario>;

    /// Greater is better; what is reached is never lost.
    enum class Result {
        None,
        Started,
        WithSolution, ///< done after the solution was shown
        WithHints,    ///< done after a hint or the goal was shown
        Alone,
    };

    /// `settings` outlives us.
    explicit Lab(Settings& settings, QObject* parent = nullptr);

    /// In the order of the track.
    [[nodiscard]] const QList<Lesson>& lessons();
    /// The lesson after this one; null behind the last.
    [[nodiscard]] Lesson after(const cmq::scenario::Scenario& lesson);
    /// The first that is not done; the first of all when all are.
    [[nodiscard]] Lesson next();

    [[nodiscard]] Result result(const std::string& id) const;
    void note(const std::string& id, Result result);

    /// What the person had done in a lesson when they left it; nothing when it is finished or was
    /// not begun.
    [[nodiscard]] std::vector<cmq::scenario::Step> work(const std::string& id) const;
    /// Kept over the end of the program, while it is not too long.
    void keepWork(const std::string& id, const std::vector<cmq::scenario::Step>& steps);

    void open(Lesson scenario) { emit scenarioRequested(std::move(scenario)); }
    /// A sandbox that begins as a broker was; `name` is what the person sees.
    using Copy = std::shared_ptr<const cmq::BrokerCopy>;
    void open(const Copy& copy, const QString& name) { emit copyRequested(copy, name); }

signals:
    void progressChanged();
    void scenarioRequested(const ui::Lab::Lesson& scenario);
    void copyRequested(const ui::Lab::Copy& copy, const QString& name);

private:
    void readProgress();

    Settings& m_settings;
    QList<Lesson> m_lessons; // read when first asked for
    QHash<QString, Result> m_results;
};

} // namespace ui
