using System.Diagnostics;
using Codex.TestSupport.Files;

namespace Codex.TestSupport.Running;

/// <summary>Copies of programs in the layout of the package that 0.136.0 comes in, with the patched zsh of that package.</summary>
/// <param name="directory">Where they are put; owned.</param>
/// <param name="shell">The zsh.</param>
/// <param name="oracle">The real program.</param>
public sealed class PatchedShellPackage(TempDirectory directory, string shell, string oracle) : IDisposable
{
    private const string Bubblewrap = "codex-resources/bwrap";
    private const string ShellPath = "codex-resources/zsh/bin/zsh";

    /// <summary>Everything below; shown in paths.</summary>
    public string Root => directory.Root;

    /// <summary>
    /// Makes the directory. The zsh is <c>CODEX_PATCHED_ZSH</c> when set, else that of the real program's package, which needs a
    /// newer C library than some systems have.
    /// </summary>
    /// <param name="skip">Skips the test: <c>Assert.Skip</c>.</param>
    public static async Task<PatchedShellPackage> CreateAsync(Action<string> skip)
    {
        var oracle = await Oracle.RequireAsync(skip).ConfigureAwait(false);
        var shell = Environment.GetEnvironmentVariable("CODEX_PATCHED_ZSH") is { Length: > 0 } named ? named : Path.Combine(PackageOf(oracle), ShellPath);
        if (!await RunsAsync(shell).ConfigureAwait(false))
            skip("the patched zsh of the package does not run here");
        return new PatchedShellPackage(new TempDirectory(), shell, oracle);
    }

    /// <summary>The copy of a program, made when it is first asked for.</summary>
    public string ExecutableFor(string program)
    {
        var isReal = program == oracle;
        var root = directory[isReal ? "real" : "ours"];
        var executable = Path.Combine(root, "bin", "codex");
        lock (directory)
        {
            if (File.Exists(executable))
                return executable;
            Directory.CreateDirectory(Path.Combine(root, "bin"));
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, ShellPath))!);
            File.Copy(shell, Path.Combine(root, ShellPath));
            File.Copy(Path.Combine(PackageOf(oracle), "codex-package.json"), Path.Combine(root, "codex-package.json"));
            if (File.Exists(Path.Combine(PackageOf(oracle), Bubblewrap)))
                File.Copy(Path.Combine(PackageOf(oracle), Bubblewrap), Path.Combine(root, Bubblewrap));
            Copy(isReal ? program : $"{Path.GetDirectoryName(program)}/.", Path.Combine(root, "bin"));
            return executable;
        }
    }

    /// <summary>The zsh beside a copy.</summary>
    public string ShellFor(string program) => Path.Combine(PackageOf(ExecutableFor(program)), ShellPath);

    /// <inheritdoc/>
    public void Dispose() => directory.Dispose();

    private static string PackageOf(string executable) => Path.GetDirectoryName(Path.GetDirectoryName(executable))!;

    // The real program is large: a link where the file system has them.
    private static void Copy(string source, string target)
    {
        using var copying = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "cp -al \"$1\" \"$2\" 2>/dev/null || cp -a \"$1\" \"$2\"", "sh", source, target]))!;
        copying.WaitForExit();
        if (copying.ExitCode != 0)
            throw new IOException($"{source} could not be copied");
    }

    private static async Task<bool> RunsAsync(string shell)
    {
        if (!File.Exists(shell))
            return false;
        using var process = Process.Start(new ProcessStartInfo(shell, ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await process.WaitForExitAsync().ConfigureAwait(false);
        return process.ExitCode == 0;
    }
}
