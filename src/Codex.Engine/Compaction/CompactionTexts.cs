namespace Codex.Engine.Compaction;

/// <summary>The words of compaction. What summaries begin with tells them from what the user said.</summary>
internal static class CompactionTexts
{
    /// <summary>Asks for the summary, where the configuration does not word it.</summary>
    public const string Prompt =
        """
        The conversation has become too long and will be replaced by a summary that you write now. Another model continues the work with nothing but that summary and the user's messages. Write down:

        - what the task is, what is done and which decisions were made, with their reasons
        - what the user wants, prefers and forbids
        - what is left to do, as clear next steps
        - names, paths, commands, values and other facts that the work depends on

        Be short, orderly and exact.
        """;

    /// <summary>Told to the user after every compaction.</summary>
    public const string Warning =
        "Heads up: answers can become less accurate in long threads that were compacted several times. A new thread for each task keeps the context small.";

    private const string SummaryPrefix =
        "This is where an earlier part of the conversation was replaced by a summary. The work was begun by another model; what its tools did "
        + "still holds. Build on it and do not repeat what is done. The summary:";

    // How the summaries of Codex itself begin, in threads that it recorded.
    private const string OriginalPrefix = "Another language model started to solve this problem";

    /// <summary>The message that stands for the conversation.</summary>
    public static string Summary(string text) => $"{SummaryPrefix}\n{text}";

    /// <summary>Whether a message stands for an earlier conversation.</summary>
    public static bool IsSummary(string message) =>
        message.StartsWith(SummaryPrefix, StringComparison.Ordinal) || message.StartsWith(OriginalPrefix, StringComparison.Ordinal);
}
