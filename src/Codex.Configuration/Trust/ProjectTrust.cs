using Codex.Configuration.Sections;

namespace Codex.Configuration.Trust;

/// <summary>Decides which project folders are used (<c>config/src/loader/mod.rs</c>).</summary>
internal sealed class ProjectTrust
{
    private const string Gated = "project-local config, hooks, and exec policies";

    private readonly IReadOnlyDictionary<string, ProjectSection> _projects;
    private readonly string _userFile;
    private readonly string? _checkout;
    private readonly string? _mainCheckout;

    public ProjectTrust(IReadOnlyDictionary<string, ProjectSection> projects, string directory, IReadOnlyList<string> markers, string userFile)
    {
        _projects = projects;
        _userFile = userFile;
        ProjectRoot = RepositoryRoots.FindProject(directory, markers);
        _checkout = RepositoryRoots.FindCheckout(directory);
        _mainCheckout = RepositoryRoots.FindMainCheckout(directory);
    }

    /// <summary>The topmost directory whose folder counts.</summary>
    public string ProjectRoot { get; }

    /// <summary>Why a directory's folder is not used, or null when it is.</summary>
    public string? DisabledReason(string directory)
    {
        var decision = Decide(directory);
        return decision?.Level switch
        {
            TrustLevel.Trusted => null,
            TrustLevel.Untrusted => $"{decision.Value.Key} is marked as untrusted in {_userFile}. To load {Gated}, mark it trusted.",
            _ => $"To load {Gated}, add {TrustKeys.For(_mainCheckout ?? ProjectRoot)} as a trusted project in {_userFile}.",
        };
    }

    /// <summary>In a linked work tree: the folder of the main checkout whose hooks count.</summary>
    public string? HooksFolder(string directory)
    {
        if (_checkout is null || _mainCheckout is null || _checkout == _mainCheckout)
            return null;
        var relative = Path.GetRelativePath(_checkout, directory);
        return relative.StartsWith("..", StringComparison.Ordinal) ? null : Path.Join(Path.GetFullPath(relative, _mainCheckout), ".codex");
    }

    private (string Key, TrustLevel Level)? Decide(string directory) =>
        TrustKeys.Find(_projects, directory)
        ?? TrustKeys.Find(_projects, ProjectRoot)
        ?? (_mainCheckout is null ? null : TrustKeys.Find(_projects, _mainCheckout));
}
