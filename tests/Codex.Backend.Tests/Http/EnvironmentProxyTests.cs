using Codex.Backend.Http;

namespace Codex.Backend.Tests.Http;

public sealed class EnvironmentProxyTests
{
    [Fact]
    public void Without_variables_there_is_no_proxy() => Assert.Null(EnvironmentProxy.Create(TestEnvironment.With(("NO_PROXY", "*"))));

    [Fact]
    public void Each_scheme_has_its_variable_and_a_common_one()
    {
        var proxy = EnvironmentProxy.Create(TestEnvironment.With(("HTTPS_PROXY", "http://secure:1"), ("all_proxy", "any:2")))!;

        Assert.Equal(new Uri("http://secure:1"), proxy.GetProxy(new Uri("https://h")));
        Assert.Equal(new Uri("http://any:2"), proxy.GetProxy(new Uri("http://h")));
    }

    [Theory]
    [InlineData("http://api.example.com", true)]
    [InlineData("http://example.com", true)]
    [InlineData("http://notexample.com", false)]
    [InlineData("http://10.1.2.3", true)]
    [InlineData("http://11.1.2.3", false)]
    [InlineData("http://127.0.0.1:8080", true)]
    [InlineData("http://[::1]:8080", true)]
    public void Exceptions_are_names_addresses_and_ranges(string url, bool direct)
    {
        var proxy = EnvironmentProxy.Create(TestEnvironment.With(("http_proxy", "p:1"), ("NO_PROXY", ".example.com, 10.0.0.0/8,127.0.0.1,::1")))!;

        Assert.Equal(direct, proxy.IsBypassed(new Uri(url)));
    }

    [Fact]
    public void A_cgi_program_does_not_believe_the_proxy_header() =>
        Assert.Null(EnvironmentProxy.Create(TestEnvironment.With(("HTTP_PROXY", "p:1"), ("REQUEST_METHOD", "GET"))));

    [Fact]
    public void The_login_in_the_url_is_sent()
    {
        var proxy = EnvironmentProxy.Create(TestEnvironment.With(("HTTP_PROXY", "http://me:s%20x@p:1")))!;

        var login = proxy.Credentials!.GetCredential(new Uri("http://p:1"), "Basic")!;
        Assert.Equal(("me", "s x"), (login.UserName, login.Password));
    }
}
