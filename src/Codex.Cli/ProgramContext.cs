using Codex.Cli.Hosting;
using Codex.Configuration;
using Codex.Configuration.Environment;
using Codex.Platform.Environment;
using Codex.Platform.Hardening;
using Codex.Platform.Identifiers;

namespace Codex.Cli;

/// <summary>The running program: its surroundings and what it holds until it ends.</summary>
internal sealed class ProgramContext : IDisposable
{
    private readonly ConfigException? _homeFailure;
    private readonly string? _codexHome;
    private AliasDirectory? _aliases;
    private readonly Lazy<ManagedPreferences?> _preferences = new(ManagedPreferences.Read);

    public ProgramContext(HostEnvironment host)
    {
        Host = host;
        try
        {
            _codexHome = Configuration.Environment.CodexHome.Find(host);
            Host = DotEnvFile.Apply(host, _codexHome);
        }
        catch (ConfigException exception)
        {
            _homeFailure = exception;
        }
    }

    /// <summary>The surroundings, with the user's <c>.env</c>.</summary>
    public HostEnvironment Host { get; private set; }

    /// <summary>The user's directory.</summary>
    /// <exception cref="ConfigException">It cannot be told.</exception>
    public string CodexHome => _codexHome ?? throw _homeFailure!;

    /// <summary>The user's directory; null when it cannot be told.</summary>
    public string? CodexHomeIfKnown => _codexHome;

    /// <summary>What administrators deployed through the operating system; read when it is first needed.</summary>
    public ManagedPreferences? Preferences => _preferences.Value;

    /// <summary>The directory with the helper names; null when it could not be made.</summary>
    public string? HelperDirectory => _aliases?.Directory;

    /// <summary>The surroundings for children: helper names are found on PATH.</summary>
    public HostEnvironment HostWithAliases() => _aliases?.AddTo(Host) ?? Host;

    /// <summary>Forgets what the dynamic linker reads.</summary>
    public void RemoveLinkerVariables() => Host = ProcessHardening.WithoutLinkerVariables(Host);

    /// <summary>Makes the helper names; a failure is a warning only.</summary>
    public void CreateAliases()
    {
        try
        {
            _aliases = AliasDirectory.Create(CodexHome, Host, new RandomIdSource());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ConfigException)
        {
            var reason = exception is ConfigException ? exception.Message : ReasonOf(exception);
            StandardError.Write($"WARNING: proceeding, even though we could not update PATH: {reason}\n");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _aliases?.Dispose();

    private static string ReasonOf(Exception exception) => Platform.Errno.Describe(exception);
}
