namespace Codex.Configuration.Tests.Requirements;

public sealed class ManagedPreferencesTests
{
    [Fact]
    public void Only_macOS_has_them() => Assert.Equal(OperatingSystem.IsMacOS(), ManagedPreferences.Read() is not null);
}
