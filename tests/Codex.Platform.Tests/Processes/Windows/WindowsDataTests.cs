using System.Runtime.CompilerServices;
using Codex.Platform.Processes;
using Codex.Platform.Processes.Windows;
using Codex.Platform.Windows.Native;
using Codex.TestSupport.Files;

namespace Codex.Platform.Tests.Processes.Windows;

public sealed class WindowsDataTests
{
    [Fact]
    public void Variables_are_sorted_without_regard_to_case() =>
        Assert.Equal("a=1\0B=2\0c=\0\0", WindowsEnvironmentBlock.Write(new Dictionary<string, string> { ["c"] = "", ["B"] = "2", ["a"] = "1" }));

    [Fact]
    public void A_block_without_variables_has_its_two_ends() =>
        Assert.Equal("\0\0", WindowsEnvironmentBlock.Write(new Dictionary<string, string>()));

    [Fact]
    public void Structures_have_the_sizes_of_the_system_on_64_bits() => Assert.Equal(
        (24, 112, 144, 48, 16, 16),
        (Unsafe.SizeOf<ProcessInformation>(), Unsafe.SizeOf<StartupInformation>(), Unsafe.SizeOf<JobLimits>(),
            Unsafe.SizeOf<AccessEntry>(), Unsafe.SizeOf<IdentityEntry>(), Unsafe.SizeOf<PrivilegeEntry>()));

    [Fact]
    public void A_terminals_size_is_two_halves() => Assert.Equal(0x0018_0050u, WindowsTerminal.Pack(new TerminalSize(80, 24)));

    [Fact]
    public void Programs_are_found_by_their_extension_and_scripts_are_not()
    {
        using var directory = new TempDirectory();
        var program = directory.Write("bin/tool.exe", "");
        directory.Write("bin/script.cmd", "");
        var environment = new Dictionary<string, string> { ["Path"] = "/nowhere;" + directory["bin"] };

        Assert.Equal(program, WindowsExecutableSearch.Find("tool", environment));
        Assert.Throws<SpawnException>(() => WindowsExecutableSearch.Find("script", environment));
        Assert.Throws<SpawnException>(() => WindowsExecutableSearch.Find("script.cmd", environment));
    }
}
