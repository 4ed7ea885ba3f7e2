using CognitoAuth.Api.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace CognitoAuth.UnitTests.Api.Http;

public sealed class BearerTokenTests
{
    [Theory]
    [InlineData("Bearer abc.def.ghi", "abc.def.ghi")]
    [InlineData("bearer abc.def.ghi", "abc.def.ghi")]
    [InlineData("BEARER   abc.def.ghi ", "abc.def.ghi")]
    [InlineData("Bearer ", "")]
    [InlineData("Bearer", "")]
    [InlineData("Bearerabc", "")]
    [InlineData("Basic amFuZTpzZWNyZXQ=", "")]
    [InlineData("abc.def.ghi", "")]
    [InlineData(" Bearer abc", "")]
    [InlineData("Bearer\tabc", "")]
    [InlineData("", "")]
    [InlineData("Bearer abc, Bearer def", "abc, Bearer def")]
    public async Task Reads_one_token_of_the_Authorization_header(string header, string token) => (await Read(header)).Presented!.Reveal().ShouldBe(token);

    [Fact]
    public async Task Tells_no_header_from_a_wrong_one()
    {
        var none = await Read([]);

        none.Presented.ShouldBeNull();
        none.OrEmpty.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task Takes_neither_of_two_headers() => (await Read(new StringValues(["Bearer abc", "Bearer def"]))).Presented!.IsEmpty.ShouldBeTrue();

    [Fact]
    public async Task Reads_neither_the_query_nor_cookies()
    {
        var context = new DefaultHttpContext { Request = { QueryString = new QueryString("?access_token=abc") } };
        context.Request.Headers.Cookie = "access_token=abc";

        (await BearerToken.BindAsync(context)).Presented.ShouldBeNull();
    }

    private static ValueTask<BearerToken> Read(StringValues header)
    {
        var context = new DefaultHttpContext();
        if (header.Count > 0) context.Request.Headers.Authorization = header;
        return BearerToken.BindAsync(context);
    }
}
