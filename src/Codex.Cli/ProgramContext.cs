using Codex.Cli.Hosting;
using Codex.Configuration;
using Codex.Configuration.Environment;
using Codex.Platform.Environment;
using Codex.Platform.Identifiers;

namespace Codex.Cli;

/// <summary>The running program: its surroundings and what it holds until it ends.</summary>
internal sealed class ProgramContext : IDisposable
{
    private readonly ConfigException? homeFailure;
    private readonly string? codexHome;
    private AliasDirectory? aliases;

    public ProgramContext(HostEnvironment host)
    {
        Host = host;
        try
        {
            codexHome = Configuration.Environment.CodexHome.Find(host);
            Host = DotEnvFile.Apply(host, codexHome);
        }
        catch (ConfigException exception)
        {
            homeFailure = exception;
        }
    }

    /// <summary>The surroundings, with the user's <c>.env</c>.</summary>
    public HostEnvironment Host { get; }

    /// <summary>The user's directory.</summary>
    /// <exception cref="ConfigException">It cannot be told.</exception>
    public string CodexHome => codexHome ?? throw homeFailure!;

    /// <summary>The directory with the helper names; null when it could not be made.</summary>
    public string? HelperDirectory => aliases?.Directory;

    /// <summary>The surroundings for children: helper names are found on PATH.</summary>
    public HostEnvironment HostWithAliases() => aliases?.AddTo(Host) ?? Host;

    /// <summary>Makes the helper names; a failure is a warning only.</summary>
    public void CreateAliases()
    {
        try
        {
            aliases = AliasDirectory.Create(CodexHome, Host, new RandomIdSource());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ConfigException)
        {
            var reason = exception is ConfigException ? exception.Message : ReasonOf(exception);
            StandardError.Write($"WARNING: proceeding, even though we could not update PATH: {reason}\n");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => aliases?.Dispose();

    private static string ReasonOf(Exception exception) => Platform.Errno.Describe(exception);
}
