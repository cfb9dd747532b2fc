using Codex.TestSupport.Files;

namespace Codex.TestSupport.Running;

/// <summary>
/// Installs the toml-test corpus: a checkout where its repository can be reached, else the copy in the source package of
/// Debian's Go parser.
/// </summary>
internal static class TomlCorpusInstaller
{
    private const string Repositories = "https://github.com/toml-lang/toml-test.git";
    private const string Package = "golang-toml";
    private const string Keys = "/usr/share/keyrings/debian-archive-keyring.gpg";

    internal static async Task<TomlCorpus> LocateAsync(CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("CODEX_TOML_TEST") is { Length: > 0 } path)
            return Directory.Exists(path) ? new TomlCorpus(path, null) : new TomlCorpus(null, $"CODEX_TOML_TEST names no directory: {path}");
        var home = Path.Combine(Repository.OracleDirectory, "toml-test");
        using var held = await Installation.LockAsync(cancellationToken);
        if (Directory.Exists(home))
            return new TomlCorpus(home, null);
        if (await CheckOutAsync(home, cancellationToken) is not { } problem)
            return new TomlCorpus(home, null);
        return await UnpackAsync(home, cancellationToken) is { } second
            ? new TomlCorpus(null, $"The toml-test corpus cannot be had: {problem}; {second}")
            : new TomlCorpus(home, null);
    }

    private static async Task<string?> CheckOutAsync(string home, CancellationToken cancellationToken)
    {
        var staging = Installation.Stage(home);
        var problem = await Installation.RunAsync(
            "git", ["-c", "http.lowSpeedTime=20", "-c", "http.lowSpeedLimit=1", "clone", "--quiet", "--depth", "1", Repositories, "."], staging, cancellationToken);
        if (problem is null)
            Directory.Move(staging, home);
        return problem is null ? null : $"git: {problem}";
    }

    // With lists of its own: nothing of the machine's configuration is touched, and no privilege is needed.
    private static async Task<string?> UnpackAsync(string home, CancellationToken cancellationToken)
    {
        if (!File.Exists(Keys))
            return "not a Debian system";
        var staging = Installation.Stage(home);
        WriteConfiguration(staging);
        if (await RunAptAsync("apt-get update --quiet=2") is { } problem)
            return $"apt-get update: {problem}";

        // Only the archive of the original counts: the packaging beside it may have left the mirror.
        problem = await RunAptAsync($"apt-get source --download-only --quiet=2 {Package}");
        if (Directory.GetFiles(staging, "*.orig.tar.*") is not [var archive])
            return $"apt-get source: {problem}";
        if (await Installation.RunAsync("tar", ["-xf", archive, "--strip-components=1"], staging, cancellationToken) is { } tarProblem)
            return $"tar: {tarProblem}";
        Directory.Move(Path.Combine(staging, "internal", "toml-test"), home);
        Directory.Delete(staging, recursive: true);
        return null;

        Task<string?> RunAptAsync(string command) => Installation.RunAsync(
            "env", [$"APT_CONFIG={Path.Combine(staging, "apt.conf")}", .. command.Split(' ')], staging, cancellationToken);
    }

    private static void WriteConfiguration(string directory)
    {
        foreach (var part in (string[])["lists/partial", "cache/archives/partial"])
            Directory.CreateDirectory(Path.Combine(directory, part));
        File.WriteAllText(
            Path.Combine(directory, "debian.sources"), $"Types: deb-src\nURIs: http://deb.debian.org/debian\nSuites: trixie\nComponents: main\nSigned-By: {Keys}\n");
        File.WriteAllText(Path.Combine(directory, "apt.conf"), $"""
            Dir::State::Lists "{directory}/lists";
            Dir::Cache "{directory}/cache";
            Dir::Etc::sourcelist "{directory}/debian.sources";
            Dir::Etc::sourceparts "-";
            APT::Sandbox::User "";
            """);
    }
}
