using Codex.Platform.Environment;
using Codex.Platform.Hardening;

namespace Codex.Platform.Tests.Hardening;

public sealed class ProcessHardeningTests
{
    [Fact]
    public void Variables_of_the_dynamic_linker_are_removed()
    {
        var host = new HostEnvironment
        {
            Variables = new Dictionary<string, string> { ["LD_PRELOAD"] = "x", ["LD_LIBRARY_PATH"] = "x", ["DYLD_INSERT_LIBRARIES"] = "x", ["OLD_X"] = "y", ["LDFLAGS"] = "z" },
            CurrentDirectory = "/",
            TemporaryDirectory = "/tmp",
            ExecutablePath = "/codex",
        };

        var cleaned = ProcessHardening.WithoutLinkerVariables(host);

        Assert.Equal(["LDFLAGS", "OLD_X"], cleaned.Variables.Keys.Order(StringComparer.Ordinal));
    }
}
