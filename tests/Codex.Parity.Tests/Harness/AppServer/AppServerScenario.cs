using Codex.TestSupport.Http;

namespace Codex.Parity.Tests.Harness.AppServer;

/// <summary>
/// One script for the real <c>codex app-server</c> and for our app-server inside this process: a thread without sandbox, and
/// requests on it.
/// </summary>
internal sealed record AppServerScenario
{
    /// <summary>What the client does.</summary>
    public required IReadOnlyList<AppServerStep> Steps { get; init; }

    /// <summary>The provider's replies, made anew for each side.</summary>
    public Func<IReadOnlyList<Reply>> Script { get; init; } = () => [];

    /// <summary>Answers of the client to requests of the server, by method; JSON.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>Prepares the workspace.</summary>
    public Action<string> Workspace { get; init; } = _ => { };

    /// <summary>Replies to requests other than model requests, by "METHOD /path".</summary>
    public IReadOnlyDictionary<string, Reply> Routes { get; init; } = new Dictionary<string, Reply>();

    /// <summary>Top-level lines of config.toml of the real one, where <see cref="Options"/> say the same to ours.</summary>
    public string Config { get; init; } = "";

    /// <summary>Sections at the end of config.toml of the real one.</summary>
    public string Sections { get; init; } = "";

    /// <summary>
    /// What an administrator requires of the real one, laid over <c>/etc</c> for it alone, where <see cref="Options"/> say the same to
    /// ours; null for nothing. Needs root.
    /// </summary>
    public string? Requirements { get; init; }

    /// <summary>Name of the provider: decides what it is taken to be able to.</summary>
    public string ProviderName { get; init; } = "fake";

    /// <summary>Features of the real one besides the usual ones.</summary>
    public string Features { get; init; } = "";

    /// <summary>Options of our thread.</summary>
    public Func<Codex.Engine.ThreadStartOptions, AppServerPlace, Codex.Engine.ThreadStartOptions> Options { get; init; } = static (options, _) => options;

    /// <summary>The answer of the client to a request of the server, as JSON; null for none.</summary>
    public string? AnswerTo(string method) => Reply is { } reply ? reply(method) : Answers.GetValueOrDefault(method);

    /// <summary>Finds the answers in the place of <see cref="Answers"/>; asked once for every request.</summary>
    public Func<string, string?>? Reply { get; init; }

    /// <summary>Notifications that are compared besides the usual ones.</summary>
    public IReadOnlyList<string> Notifications { get; init; } = [];
}
