using System.Reflection;
using Carter;
using CognitoAuth.Api;
using CognitoAuth.Api.Hosting;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Flows.Registration;
using CognitoAuth.Application.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.UnitTests.Api;

public sealed class CognitoAuthBuilderTests
{
    private readonly ServiceCollection _services = [];

    // Added twice, their routes would be ambiguous.
    [Theory]
    [InlineData(typeof(SignUpCommand))]
    [InlineData(typeof(CognitoAuthHost))]
    public void Our_own_flows_are_not_added_twice(Type inAssembly)
    {
        new CognitoAuthBuilder(_services).AddFlowsFrom(inAssembly.Assembly).AddFlowsFrom(inAssembly.Assembly);

        _services.ShouldBeEmpty();
    }

    // Carter's own scan silently ignores a module that is not public.
    [Fact]
    public void Scan_also_finds_modules_that_are_not_public() =>
        _services.AddEndpoints(Assembly.GetExecutingAssembly()).ShouldContain(service => service.ServiceType == typeof(ICarterModule) && !service.ImplementationType!.IsVisible);

    // This assembly contains flows that break the rules on purpose.
    [Fact]
    public void Builder_refuses_flows_that_break_the_rules_with_one_line_per_fault()
    {
        var refusal = Should.Throw<FlowRulesException>(() => new CognitoAuthBuilder(_services).AddFlowsFrom(Assembly.GetExecutingAssembly()));

        StartFaults.Of(refusal).ShouldBe(FlowRules.StartFaultsOf(Assembly.GetExecutingAssembly()));
        _services.ShouldBeEmpty();
    }
}
