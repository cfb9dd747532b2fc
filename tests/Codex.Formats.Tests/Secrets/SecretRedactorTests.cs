using System.Buffers;
using System.Diagnostics;
using System.Text;
using Codex.Formats.Secrets;

namespace Codex.Formats.Tests.Secrets;

public sealed class SecretRedactorTests
{
    private const string Key = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmU=\nAAAA+/==\n-----END OPENSSH PRIVATE KEY-----";
    private const string Token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U";

    private static readonly SecretPatterns s_shapes = SecretText.Shapes;
    private static readonly SecretPatterns s_all = new(["known-value-1", "known-value-12", "tail-of-it", "short"], includesShapes: true);

    [Theory]
    [InlineData("key sk-abcdefghij0123456789ABCD end", "key [REDACTED_SECRET] end")]
    [InlineData("sk-proj-aB3_aaaaaaaaaaaaaaaaaaaa-bbbb", "[REDACTED_SECRET]")]
    [InlineData("\"sk-ant-api03-abcdefghijklmnopqrstuvwx\"", "\"[REDACTED_SECRET]\"")]
    [InlineData("ghp_0123456789abcdefghijABCDEFGHIJ012345", "[REDACTED_SECRET]")]
    [InlineData("github_pat_11ABCDEFG0123456789_abcdefghij", "[REDACTED_SECRET]")]
    [InlineData("glpat-abcdefghij0123456789", "[REDACTED_SECRET]")]
    [InlineData("npm_0123456789abcdefghijABCDEFGHIJ012345", "[REDACTED_SECRET]")]
    [InlineData("xoxb-123456789012-abcdefABCDEF", "[REDACTED_SECRET]")]
    [InlineData("AIzaSyA0123456789abcdefghijklmnopqrstuv", "[REDACTED_SECRET]")]
    [InlineData("id=AKIAIOSFODNN7EXAMPLE;", "id=[REDACTED_SECRET];")]
    [InlineData("ASIAIOSFODNN7EXAMPLE", "[REDACTED_SECRET]")]
    [InlineData("jwt " + Token + ".", "jwt [REDACTED_SECRET]")]
    [InlineData("Authorization: Bearer abc.def-0123456789_x==", "Authorization: Bearer [REDACTED_SECRET]")]
    [InlineData("bearer abcdefghijklmnop1", "bearer [REDACTED_SECRET]")]
    [InlineData("before\n" + Key + "\nafter", "before\n[REDACTED_SECRET]\nafter")]
    [InlineData("{\"key\":\"-----BEGIN RSA PRIVATE KEY-----\\nMIIE\\n-----END RSA PRIVATE KEY-----\\n\"}", "{\"key\":\"[REDACTED_SECRET]\\n\"}")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMIIE", "[REDACTED_SECRET]")]
    [InlineData("a known-value-1 b known-value-12 c", "a [REDACTED_SECRET] b [REDACTED_SECRET] c")]
    [InlineData("xknown-value-1x", "x[REDACTED_SECRET]x")]
    [InlineData("known-value-1known-value-1", "[REDACTED_SECRET][REDACTED_SECRET]")]
    public void Secrets_are_replaced(string text, string expected)
    {
        Assert.Equal(expected, SecretText.Redact(text, s_all));
        foreach (var size in (int[])[1, 2, 3, 5, 7, 16, 40])
            Assert.Equal(expected, Piecewise(text, s_all, size));
    }

    [Theory]
    [InlineData("nothing to hide\n", true)]
    [InlineData("a known-value-1 b", false)]
    [InlineData("ends like known-val", false)]
    [InlineData("key sk-abcdefghij0123456789ABCD end", false)]
    [InlineData("", false)]
    public void A_piece_without_secrets_can_be_passed_on(string text, bool expected) =>
        Assert.Equal(expected, new SecretRedactor(s_all).TryPass(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_piece_after_the_beginning_of_a_secret_cannot_be_passed_on()
    {
        var redactor = new SecretRedactor(s_all);
        redactor.Append("known-val"u8, new ArrayBufferWriter<byte>());

        Assert.False(redactor.TryPass("ue-1"u8));
    }

    [Theory]
    [InlineData("class=\"sk-fading-circle sk-circle-fade-dot sk-folding-cube-animation\"")]
    [InlineData("risk-averse, disk-0123456789abcdefghijkl, task-list; ask-aaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("sk-short sk- ghp_x ghp_ AKIA AKIAIOSFODNN7 AKIAIOSFODNN7EXAMPLETOOLONG")]
    [InlineData("the bearer authenticationrequired; Bearer of bad news; bearer tokens are described")]
    [InlineData("eyJ0ZXN0IjoxfQ is base64 of an object; eyJhIjoxfQ.txt eyJhbGciOiJub25lIn0.payload.signature-here")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----\n-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")]
    [InlineData("| --- | ----- | ------ |\n-----\n-----BEGIN\n")]
    [InlineData("token = getToken(); password: string; api_key=os.environ['API_KEY']; secret := secrets.token_hex(16)")]
    [InlineData("commit 2c938b3f0e5d7a1b9c8d4e6f2a0b1c3d5e7f9a8b  https://example.com/a?token=x  c3VyZS4=")]
    [InlineData("npm_config_registry=https://registry.npmjs.org npm_lifecycle_event xoxb AIza glpat-")]
    [InlineData("short sells, s g n x A e b B -")]
    [InlineData("Grüße, 世界 🎉 sk-é")]
    [InlineData("")]
    public void Ordinary_text_stays(string text)
    {
        Assert.Equal(text, SecretText.Redact(text, s_shapes));
        Assert.Equal(text, SecretText.Redact(text, s_all));
        foreach (var size in (int[])[1, 2, 3, 7, 40])
            Assert.Equal(text, Piecewise(text, s_all, size));
    }

    [Fact]
    public void It_does_not_matter_where_a_text_is_cut()
    {
        var random = new Random(4711);
        string[] pieces = ["sk-", "abcdefghij0123456789ABCD", " ", "\n", "Bearer ", "known-value-1", "known-", "AKIA", "IOSFODNN7EXAMPLE", Token, Token[..30], Key, Key[..50], "-----", "END ", "tail-of", "-it", ".", "é", "ghp_"];
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(random.GetItems(pieces, random.Next(1, 12)));
            var whole = SecretText.Redact(text, s_all);
            Assert.Equal((text, whole), (text, Piecewise(text, s_all, random.Next(1, 60), random)));
            Assert.DoesNotContain("known-value-1", whole, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Little_is_held_back_and_nothing_for_long()
    {
        var redactor = new SecretRedactor(s_all);
        var output = new ArrayBufferWriter<byte>();
        var written = 0;
        foreach (var piece in (byte[][])[[.. "yes/no? "u8], [.. "eyJ"u8, .. Enumerable.Repeat((byte)'a', 100_000)], [.. " sk-"u8, .. Enumerable.Repeat((byte)'-', 100_000)]])
        {
            redactor.Append(piece, output);
            written += piece.Length;
            Assert.True(written - output.WrittenCount <= 1024, $"{written - output.WrittenCount} bytes are held back");
        }

        redactor.Flush(output);
        Assert.False(redactor.IsHolding);
    }

    [Fact]
    public void Time_grows_with_the_text_and_not_faster()
    {
        string[] nasty = ["sk-", "-----BEGIN ", "known-value-", "eyJ", "Bearer ", "known-value-1", "sk-abcdefghij0123456789ABCD ", "-----BEGIN PRIVATE KEY-----", "s e A "];
        var watch = Stopwatch.StartNew();
        foreach (var piece in nasty)
        {
            var redactor = new SecretRedactor(s_all);
            var chunk = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 8192 / piece.Length)));
            var output = new ArrayBufferWriter<byte>();
            for (var index = 0; index < 128; index++)
            {
                redactor.Append(chunk, output);
                output.ResetWrittenCount();
            }
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Fact]
    public void Short_values_are_no_secrets() => Assert.True(new SecretPatterns(["short", ""], includesShapes: false).IsEmpty);

    private static string Piecewise(string text, SecretPatterns patterns, int size, Random? random = null)
    {
        var redactor = new SecretRedactor(patterns);
        var output = new ArrayBufferWriter<byte>();
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var start = 0; start < bytes.Length;)
        {
            var length = Math.Min(random?.Next(1, size + 1) ?? size, bytes.Length - start);
            var piece = bytes.AsSpan(start, length);
            if (redactor.TryPass(piece))
                output.Write(piece);
            else
                redactor.Append(piece, output);
            start += length;
        }

        redactor.Flush(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
