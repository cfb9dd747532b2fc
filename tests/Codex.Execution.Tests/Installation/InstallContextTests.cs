using Codex.Execution.Installation;
using Codex.Platform.Environment;
using Codex.TestSupport.Files;

namespace Codex.Execution.Tests.Installation;

public sealed class InstallContextTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_package_is_known_by_its_description()
    {
        var executable = Write("package/bin/codex");
        Assert.Null(PackageLayout.Find(executable));
        Write("package/codex-package.json");
        var (ripgrep, bubblewrap, zsh) = (Write("package/codex-path/rg"), Write("package/codex-resources/bwrap"), Write("package/codex-resources/zsh/bin/zsh"));

        var context = Read(executable);

        Assert.Equal(
            new InstallContext(
                InstallMethod.Other,
                new PackageLayout(_directory["package"], _directory["package/codex-resources"], _directory["package/codex-path"]),
                null),
            context);
        Assert.Equal((ripgrep, bubblewrap, zsh), (context.RipgrepCommand, context.BundledResource("bwrap"), context.BundledZsh));
    }

    [Fact]
    public void A_package_is_found_through_links_to_its_executable()
    {
        Write("package/codex-package.json");
        var link = _directory["codex"];
        File.CreateSymbolicLink(link, Write("package/bin/codex"));

        Assert.Equal(_directory["package"], Read(link).Package?.Root);
    }

    [Fact]
    public void A_release_below_the_home_is_standalone()
    {
        var executable = Write("home/packages/standalone/releases/1.2.3/codex");
        var ripgrep = Write("home/packages/standalone/releases/1.2.3/codex-resources/rg");

        var context = Read(executable);

        Assert.Equal((InstallMethod.Standalone, null), (context.Method, context.Package));
        Assert.Equal(ripgrep, context.RipgrepCommand);
        Assert.Equal(_directory["home/packages/standalone/releases/1.2.3"], context.Release);
    }

    [Fact]
    public void A_release_that_a_launcher_manages_is_the_launchers()
    {
        var context = Read(Write("home/packages/standalone/releases/1.2.3/codex"), ("CODEX_MANAGED_BY_BUN", "1"));

        Assert.Equal((InstallMethod.Bun, null), (context.Method, context.Release));
    }

    [Theory]
    [InlineData("CODEX_MANAGED_BY_NPM", InstallMethod.Npm)]
    [InlineData("CODEX_MANAGED_BY_BUN", InstallMethod.Bun)]
    [InlineData("OTHER", InstallMethod.Other)]
    public void A_launcher_says_that_it_manages_the_program(string variable, InstallMethod method) =>
        Assert.Equal(method, Read(Write("any/codex"), (variable, "")).Method);

    [Fact]
    public void What_is_not_installed_along_is_looked_up()
    {
        var context = Read(Write("any/codex"));

        Assert.Equal(("rg", null, null), (context.RipgrepCommand, context.BundledZsh, context.BundledResource("bwrap")));
    }

    private InstallContext Read(string executable, params (string Name, string Value)[] variables) => InstallContext.Read(
        new HostEnvironment
        {
            Variables = variables.ToDictionary(variable => variable.Name, variable => variable.Value),
            CurrentDirectory = "/",
            TemporaryDirectory = "/tmp",
            ExecutablePath = executable,
        },
        _directory.Create("home"));

    private string Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_directory[path])!);
        File.WriteAllText(_directory[path], "");
        return _directory[path];
    }
}
