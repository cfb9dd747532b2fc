namespace Codex.Platform.Processes;

/// <summary>Starts programs that nobody waits for: they outlive us, read nothing and write where nobody reads.</summary>
/// <param name="spawner">Starts them.</param>
public sealed class DetachedProgram(IProcessSpawner spawner)
{
    private const string Shell = "/bin/sh";
    private const string Script = "exec \"$0\" \"$@\" </dev/null >/dev/null 2>&1";

    /// <summary>Starts one; false when that is not possible.</summary>
    /// <param name="command">The program, also by a name that is looked up in <c>PATH</c>, and its arguments.</param>
    /// <param name="directory">Where it starts; absolute.</param>
    /// <param name="environment">Its whole environment.</param>
    public async Task<bool> StartAsync(IReadOnlyList<string> command, string directory, IReadOnlyDictionary<string, string> environment)
    {
        try
        {
            _ = await spawner.StartAsync(new SpawnRequest
            {
                FileName = OperatingSystem.IsWindows() ? command[0] : Shell,
                Arguments = OperatingSystem.IsWindows() ? command : [Shell, "-c", Script, .. command],
                WorkingDirectory = directory,
                Environment = environment,
                Stdio = StdioMode.Pipes,
                OutlivesUs = true,
            }).ConfigureAwait(false);
            return true;
        }
        catch (SpawnException)
        {
            return false;
        }
    }
}
