using Codex.Backend.Http.Probing;
using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Configuration;
using Codex.Execution.Installation;
using Codex.Platform.Environment;

namespace Codex.Cli.Updates;

/// <summary>Tells users of the interface that there is a newer version.</summary>
internal static class UpdateNotice
{
    /// <summary>Tells what is known, unless the user does not want that. Nobody is asked.</summary>
    public static void Tell(EffectiveConfig config, HostEnvironment host)
    {
        if (config.CheckForUpdateOnStartup && UpdateCheck.Known(config.CodexHome) is { } version)
            StandardError.Write($"✨ Update available! {VersionText.Number} -> {version}\n{HowTo(InstallContext.Read(host, config.CodexHome).Method)}\n");
    }

    /// <summary>Looks for a newer version as long as an interface runs; null when the user does not want that.</summary>
    public static UpdateCheck? Watch(EffectiveConfig config, HostEnvironment host)
    {
        if (!config.CheckForUpdateOnStartup)
            return null;
        var method = InstallContext.Read(host, config.CodexHome).Method;
        return UpdateCheck.Start(config.CodexHome, stop => FindVersionAsync(method, host, stop), TimeProvider.System);
    }

    private static string HowTo(InstallMethod method) => UpdateCommand.For(method) is { } update
        ? $"Run `{update.Text}` to update."
        : "See https://github.com/openai/codex for installation options.";

    private static async Task<string?> FindVersionAsync(InstallMethod method, HostEnvironment host, CancellationToken cancellationToken)
    {
        var source = method switch
        {
            InstallMethod.Brew => ReleaseSource.Homebrew,
            InstallMethod.Npm or InstallMethod.Bun => ReleaseSource.Npm,
            _ => ReleaseSource.GitHub,
        };
        return (await new ReleaseProbe(host, TimeProvider.System).FindAsync(source, cancellationToken)).Version;
    }
}
