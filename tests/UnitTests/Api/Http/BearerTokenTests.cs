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
    public async Task Bearer_token_is_read_from_the_Authorization_header(string header, string token) => (await Read(header)).Presented!.Reveal().ShouldBe(token);

    [Fact]
    public async Task A_missing_header_differs_from_a_wrong_one()
    {
        var none = await Read([]);

        none.Presented.ShouldBeNull();
        none.OrEmpty.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task Two_Authorization_headers_are_both_ignored() => (await Read(new StringValues(["Bearer abc", "Bearer def"]))).Presented!.IsEmpty.ShouldBeTrue();

    [Fact]
    public async Task Bearer_token_is_not_read_from_the_query_or_cookies()
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
