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

    // Their routes would be ambiguous.
    [Theory]
    [InlineData(typeof(SignUpCommand))]
    [InlineData(typeof(CognitoAuthHost))]
    public void Adds_our_own_flows_no_second_time(Type inAssembly)
    {
        new CognitoAuthBuilder(_services).AddFlowsFrom(inAssembly.Assembly).AddFlowsFrom(inAssembly.Assembly);

        _services.ShouldBeEmpty();
    }

    // Carter's own scan passes over a module that is not public, without a word.
    [Fact]
    public void Finds_modules_that_are_not_public_too() =>
        _services.AddEndpoints(Assembly.GetExecutingAssembly()).ShouldContain(service => service.ServiceType == typeof(ICarterModule) && !service.ImplementationType!.IsVisible);

    // The flows of these tests hold deliberate offenders.
    [Fact]
    public void Refuses_flows_that_break_the_rules_with_a_line_for_each_fault()
    {
        var refusal = Should.Throw<FlowRulesException>(() => new CognitoAuthBuilder(_services).AddFlowsFrom(Assembly.GetExecutingAssembly()));

        StartFaults.Of(refusal).ShouldBe(FlowRules.StartFaultsOf(Assembly.GetExecutingAssembly()));
        _services.ShouldBeEmpty();
    }
}
