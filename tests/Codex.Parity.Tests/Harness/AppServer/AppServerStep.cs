namespace Codex.Parity.Tests.Harness.AppServer;

/// <summary>A request to the app-server, and what is waited for before the next one.</summary>
/// <param name="Method">Wire name.</param>
/// <param name="Parameters">JSON; <c>{thread}</c> and <c>{ws}</c> are replaced.</param>
/// <param name="Until">A notification that has to arrive after the answer; null waits for the answer only.</param>
internal sealed record AppServerStep(string Method, string Parameters, string? Until = null)
{
    /// <summary>The answer itself is compared.</summary>
    internal bool ComparesAnswer { get; init; }

    /// <summary>A turn with this text and these further members.</summary>
    internal static AppServerStep Turn(string text, string more = "") => new(
        "turn/start", $$"""{"threadId":"{thread}","input":[{"type":"text","text":"{{text}}"}]{{more}}}""", "turn/completed");
}
