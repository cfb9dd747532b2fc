namespace Codex.Parity.Tests.Harness.AppServer;

/// <summary>A request to the app-server, and what is waited for before the next one.</summary>
/// <param name="Method">Wire name.</param>
/// <param name="Parameters">JSON; <c>{thread}</c>, <c>{ws}</c> and <c>{turn}</c>, the last turn that was started, are replaced.</param>
/// <param name="Until">A notification that has to arrive, with <c>|text</c> one that holds the text; null waits for the answer only.</param>
internal sealed record AppServerStep(string Method, string Parameters, string? Until = null)
{
    /// <summary>The answer itself is compared.</summary>
    internal bool ComparesAnswer { get; init; }

    /// <summary>A turn that is not waited for beyond its user message.</summary>
    internal static AppServerStep Begin(string text) => Turn(text) with { Until = "item/completed" };

    /// <summary>A turn with this text and these further members.</summary>
    internal static AppServerStep Turn(string text, string more = "") => new(
        "turn/start", $$"""{"threadId":"{thread}","input":[{"type":"text","text":"{{text}}"}]{{more}}}""", "turn/completed");
}
