#pragma once

#include "messagesource.h"
#include "messagework.h"

#include "ui/common/operation.h"
#include "ui/common/rehearsalhost.h"

#include <memory>
#include <vector>

class QWidget;

namespace ui {

class Settings;

/// Does one work with the messages of a source. At any moment as many messages as the work does in
/// parallel are half done, never more.
class MessageOperation final : public Operation
{
    Q_OBJECT

public:
    MessageOperation(std::unique_ptr<MessageSource> source, std::unique_ptr<MessageWork> work,
                     QObject* parent = nullptr);
    ~MessageOperation() override;

    /// Begins one in a dialog that shows what comes of it, at most so many messages a second (0: as
    /// fast as it goes). The dialog owns it.
    static MessageOperation* run(std::unique_ptr<MessageSource> source,
                                 std::unique_ptr<MessageWork> work, int perSecond,
                                 Settings& settings, QWidget* window);

    /// Does one on a copy, as fast as it goes, without a dialog; `context` owns it.
    static void rehearse(std::unique_ptr<MessageSource> source, std::unique_ptr<MessageWork> work,
                         QWidget* context, Rehearsal::Done done);

    [[nodiscard]] QString title() const override { return m_work->title(); }
    [[nodiscard]] QString subjectTitle() const override;
    [[nodiscard]] bool canRetry() const override { return m_work->canRetry(); }
    [[nodiscard]] std::int64_t expected() const override;

private:
    [[nodiscard]] int parallel() const override { return m_work->parallel(); }
    [[nodiscard]] bool findMore() override;
    void begin(int row) override;
    void end(int row, WorkOutcome outcome);
    [[nodiscard]] QString conclude(bool isComplete) override;

    std::unique_ptr<MessageSource> m_source;
    std::unique_ptr<MessageWork> m_work;
    std::vector<std::uint64_t> m_keys; // of the rows
    bool m_isLastPage = false;
};

} // namespace ui
