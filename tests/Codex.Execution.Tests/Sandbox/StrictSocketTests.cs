namespace Codex.Execution.Tests.Sandbox;

/// <summary><c>local_sockets = false</c>: nothing but socket pairs.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class StrictSocketTests(StrictSandboxFixture sandbox) : IClassFixture<StrictSandboxFixture>
{
    [Theory]
    [InlineData("socket.socket(socket.AF_INET, socket.SOCK_STREAM)")]
    [InlineData("socket.socket(socket.AF_INET, socket.SOCK_DGRAM)")]
    [InlineData("socket.socket(socket.AF_INET6, socket.SOCK_STREAM)")]
    [InlineData("socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)")]
    [InlineData("socket.socket(socket.AF_UNIX).connect('/nowhere')")]
    [InlineData("socket.socket(socket.AF_UNIX).bind('\\0abstract')")]
    public Task The_filter_denies(string call) => sandbox.AssertDeniedAsync(call);
}
