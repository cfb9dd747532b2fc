using Codex.Platform.Processes;
using Codex.TestSupport.Files;

namespace Codex.Platform.Tests.Processes;

[Collection(nameof(AloneCollection))]
public sealed class SpawnErrorTests : IDisposable
{
    private readonly IProcessSpawner _spawner = ProcessSpawner.Create();

    public void Dispose() => _spawner.Dispose();

    private async Task<string> MessageOf(SpawnRequest request) => (await Assert.ThrowsAsync<SpawnException>(() => _spawner.StartAsync(request))).Message;

    [Fact]
    public async Task A_missing_directory_is_told_in_the_systems_words() =>
        Assert.Equal("No such file or directory (os error 2)", await MessageOf(Spawning.Shell("true") with { WorkingDirectory = "/not/there" }));

    [Fact]
    public async Task A_directory_that_is_a_file_is_told_in_the_systems_words() =>
        Assert.Equal("Not a directory (os error 20)", await MessageOf(Spawning.Shell("true") with { WorkingDirectory = "/etc/passwd" }));

    [Theory]
    [InlineData("/not/there")]
    [InlineData("surely-not-there")]
    public async Task A_missing_program_is_told_in_the_systems_words(string fileName) =>
        Assert.Equal("No such file or directory (os error 2)", await MessageOf(Spawning.Shell("true") with { FileName = fileName }));

    [Fact]
    public async Task A_program_without_execute_permission_is_told_in_the_systems_words()
    {
        using var directory = new TempDirectory();

        Assert.Equal("Permission denied (os error 13)", await MessageOf(Spawning.Shell("") with { FileName = directory.Write("plain", "x") }));
    }

    [Fact]
    public async Task Arguments_that_are_too_long_are_told_in_the_systems_words() =>
        Assert.Equal("Argument list too long (os error 7)", await MessageOf(Spawning.Shell(new string('x', 4 << 20))));

    [Fact]
    public async Task A_nul_in_an_argument_is_refused() =>
        Assert.Equal("nul byte found in provided data", await MessageOf(Spawning.Shell("echo \0")));

    [Fact]
    public async Task Failures_leave_no_descriptor_open()
    {
        await MessageOf(Spawning.Shell("true") with { FileName = "/not/there" });
        var before = Directory.GetFiles("/proc/self/fd").Length;
        for (var round = 0; round < 50; round++)
            await MessageOf(Spawning.Shell("true", StdioMode.Terminal(TerminalSize.Default)) with { FileName = "/not/there" });

        Assert.InRange(Directory.GetFiles("/proc/self/fd").Length, 0, before + 2);
    }
}
