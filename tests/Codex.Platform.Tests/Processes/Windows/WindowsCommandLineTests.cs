using Codex.Platform.Processes;
using Codex.Platform.Processes.Windows;

namespace Codex.Platform.Tests.Processes.Windows;

public sealed class WindowsCommandLineTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "\"\"")]
    [InlineData("two words", "\"two words\"")]
    [InlineData("tab\there", "\"tab\there\"")]
    [InlineData("say \"hi\"", "\"say \\\"hi\\\"\"")]
    [InlineData(@"C:\dir\file", @"C:\dir\file")]
    [InlineData(@"C:\a dir\", "\"C:\\a dir\\\\\"")]
    [InlineData("a\\\"b", "\"a\\\\\\\"b\"")]
    [InlineData("%PATH% & calc", "\"%PATH% & calc\"")]
    public void Arguments_are_quoted_as_the_c_runtime_reads_them(string argument, string written) =>
        Assert.Equal("p.exe " + written, WindowsCommandLine.Join(["p.exe", argument]));

    [Fact]
    public void In_the_programs_name_a_backslash_is_only_that() =>
        Assert.Equal("\"C:\\Program Files\\\" x", WindowsCommandLine.Join(["C:\\Program Files\\", "x"]));

    [Fact]
    public void A_programs_name_cannot_hold_a_quotation_mark() =>
        Assert.Throws<SpawnException>(() => WindowsCommandLine.Join(["a\"b"]));
}
