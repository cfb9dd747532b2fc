namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>The items that a terminal's title can show.</summary>
internal static class TitleItems
{
    /// <summary>The name of an item that may be written in an older way; null when there is none.</summary>
    public static string? Find(string item) => item switch
    {
        "project" => "project-name",
        "spinner" => "activity",
        "status" => "run-state",
        "thread" => "thread-title",
        "context-usage" => "context-used",
        "session-id" => "thread-id",
        "model-name" => "model",
        "app-name" or "project-name" or "current-dir" or "activity" or "run-state" or "thread-title" or "git-branch"
            or "context-remaining" or "context-used" or "five-hour-limit" or "weekly-limit" or "codex-version" or "used-tokens"
            or "total-input-tokens" or "total-output-tokens" or "thread-id" or "fast-mode" or "model" or "model-with-reasoning"
            or "task-progress" => item,
        _ => null,
    };
}
