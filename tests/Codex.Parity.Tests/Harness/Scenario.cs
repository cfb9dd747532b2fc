using Codex.TestSupport.Http;
using Codex.TestSupport.Running;

namespace Codex.Parity.Tests.Harness;

/// <summary>One script that both programs are put through.</summary>
internal sealed record Scenario
{
    /// <summary>The starts of the program, one after the other, on the same home and workspace.</summary>
    public required IReadOnlyList<Invocation> Runs { get; init; }

    /// <summary>The provider's replies, made anew for each side.</summary>
    public Func<IReadOnlyList<Reply>> Script { get; init; } = () => [];

    /// <summary>Replies to requests other than model requests, by "METHOD /path".</summary>
    public IReadOnlyDictionary<string, Reply> Routes { get; init; } = new Dictionary<string, Reply>();

    /// <summary>A host whose secure port is the provider, by a proxy and an authority that the variables name.</summary>
    public string? SecureHost { get; init; }

    /// <summary>Whether requests other than model requests are compared, too.</summary>
    public bool ComparesAllRequests { get; init; }

    /// <summary>Names of hosts whose secure connections end at the provider, by way of a proxy and an authority of the test.</summary>
    public IReadOnlyList<string> SecureHosts { get; init; } = [];

    /// <summary>Whether what the last request says about the repository is compared; both programs find it out beside the turn.</summary>
    public bool ComparesLastWorkspaces { get; init; }

    /// <summary>Whether of images only format and size are compared: each program writes scaled pixels its own way.</summary>
    public bool ComparesImagesBySize { get; init; }

    /// <summary>What of standard output is compared, when that is not all of it.</summary>
    public Func<string, string>? OutputView { get; init; }

    /// <summary>Paths of requests that are compared beside model requests, where not all are.</summary>
    public IReadOnlyList<string> ComparedPaths { get; init; } = [];

    /// <summary>Files below CODEX_HOME that are compared beside those of the workspace.</summary>
    public IReadOnlyList<string> HomeFiles { get; init; } = [];

    /// <summary>Top-level lines of config.toml; those of features go where features are.</summary>
    public string Config { get; init; } = "";

    /// <summary>Name of the provider: decides what it is taken to be able to.</summary>
    public string ProviderName { get; init; } = "fake";

    /// <summary>Lines of the provider's table.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Whether the provider takes its key from elsewhere than from <c>FAKE_KEY</c>.</summary>
    public bool WithoutProviderKey { get; init; }

    /// <summary>Tables at the end of config.toml; <c>{ws}</c> stands for the workspace.</summary>
    public string Tables { get; init; } = "";

    /// <summary>The whole of config.toml instead of the above.</summary>
    public string? WholeConfig { get; init; }

    /// <summary>Prepares the workspace.</summary>
    public Action<string> Workspace { get; init; } = _ => { };

    /// <summary>Prepares CODEX_HOME.</summary>
    public Action<string> Home { get; init; } = _ => { };

    /// <summary>Variables besides the usual ones; a null value removes one, <c>{port}</c> is the provider's port, <c>{PATH}</c> the usual PATH.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>A package that both programs are started from; null starts them where they are.</summary>
    public PatchedShellPackage? Package { get; init; }

    /// <summary>A program in front of the command line; <c>{home}</c> and <c>{ws}</c> are replaced.</summary>
    public IReadOnlyList<string> Wrapper { get; init; } = [];

    /// <summary>Facets that this scenario leaves out because another one covers them.</summary>
    public IReadOnlyList<Facet> Without { get; init; } = [];

    /// <summary>Intended differences.</summary>
    public IReadOnlyList<Deviation> Deviations { get; init; } = [];

    /// <summary>Whether the programs need something that the machine has once, such as a fixed port.</summary>
    public bool OneAfterTheOther { get; init; }

    /// <summary>When a run that does not end is killed and the test fails.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A scenario of one <c>exec --json</c> turn with the sandbox off.</summary>
    public static Scenario Json(params IReadOnlyList<Reply> script) => Turn(["--json", "-s", "danger-full-access", "do it"], script);

    /// <summary>A scenario of one <c>exec</c> turn in human form with the sandbox off.</summary>
    public static Scenario Human(params IReadOnlyList<Reply> script) => Turn(["-s", "danger-full-access", "do it"], script);

    /// <summary>A scenario of one <c>exec</c> with these arguments.</summary>
    public static Scenario Turn(IReadOnlyList<string> arguments, params IReadOnlyList<Reply> script) => new()
    {
        Runs = [Invocation.Exec(["--skip-git-repo-check", .. arguments])],
        Script = () => script,
    };
}
