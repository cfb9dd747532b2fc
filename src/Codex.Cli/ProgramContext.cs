using Codex.Cli.Hosting;
using Codex.Platform.Environment;
using Codex.Platform.Identifiers;

namespace Codex.Cli;

/// <summary>The running program: its surroundings and what it holds until it ends.</summary>
internal sealed class ProgramContext(HostEnvironment host) : IDisposable
{
    private AliasDirectory? aliases;

    /// <summary>The surroundings.</summary>
    public HostEnvironment Host => host;

    /// <summary>The user's directory.</summary>
    /// <exception cref="CommandFailure">It cannot be told.</exception>
    public string CodexHome => field ??= Hosting.CodexHome.Find(host);

    /// <summary>The surroundings for children: helper names are found on PATH.</summary>
    public HostEnvironment HostWithAliases() => aliases?.AddTo(host) ?? host;

    /// <summary>Makes the helper names; a failure is a warning only.</summary>
    public void CreateAliases()
    {
        try
        {
            aliases = AliasDirectory.Create(CodexHome, host, new RandomIdSource());
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CommandFailure)
        {
            var reason = exception is CommandFailure ? exception.Message : ReasonOf(exception);
            StandardError.Write($"WARNING: proceeding, even though we could not update PATH: {reason}\n");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => aliases?.Dispose();

    private static string ReasonOf(Exception exception) => Platform.Errno.Describe(exception);
}
