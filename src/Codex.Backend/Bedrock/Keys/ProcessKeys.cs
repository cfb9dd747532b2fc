using Codex.Backend.Auth;
using Codex.Backend.Auth.Commands;
using Codex.Platform.Processes;

namespace Codex.Backend.Bedrock.Keys;

/// <summary>Keys that a program prints: the <c>credential_process</c> of a profile.</summary>
/// <param name="context">The surroundings.</param>
/// <param name="profile">The profile.</param>
/// <param name="commandLine">What the shell runs.</param>
internal sealed class ProcessKeys(AwsContext context, AwsProfile profile, string commandLine)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <exception cref="AwsKeysException">It prints none. The message never holds what it printed.</exception>
    public async Task<AwsCredentials> FindAsync(CancellationToken cancellationToken)
    {
        using var spawner = ProcessSpawner.Create();
        var output = await RunAsync(spawner, cancellationToken).ConfigureAwait(false);
        var json = AwsJson.Parse(output, $"what the credential_process of the profile `{profile.Name}` prints");
        return json.Number("Version") == 1
            ? json.Keys("SessionToken")
            : throw new AwsKeysException($"the credential_process of the profile `{profile.Name}` is not of version 1");
    }

    private async Task<string> RunAsync(IProcessSpawner spawner, CancellationToken cancellationToken)
    {
        try
        {
            return await new CredentialCommandRunner(Command, context.Environment.Variables, spawner).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (AuthException)
        {
            // What it says may quote the command line, which may hold secrets.
            throw new AwsKeysException($"the credential_process of the profile `{profile.Name}` failed");
        }
    }

    private CredentialCommand Command => new()
    {
        Program = OperatingSystem.IsWindows() ? "cmd.exe" : "sh",
        Arguments = [OperatingSystem.IsWindows() ? "/C" : "-c", commandLine],
        WorkingDirectory = context.Environment.CurrentDirectory,
        Timeout = s_patience,
    };
}
