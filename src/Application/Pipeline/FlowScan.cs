using System.Reflection;
using FluentValidation;
using MediatR;

namespace CognitoAuth.Application.Pipeline;

/// <summary>
/// Looks through an assembly's flows. The container passes over a behavior whose generic constraints a request does not meet, without a word: a request that is no flow would run
/// unlogged, unverified and unvalidated. So the start refuses it.
/// </summary>
internal sealed class FlowScan(Assembly assembly)
{
    public void ThrowOnFaults()
    {
        var faults = Faults().ToList();
        if (faults.Count > 0) throw new InvalidOperationException(string.Join(Environment.NewLine, faults));
    }

    public IEnumerable<string> Faults()
    {
        var types = assembly.GetTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false }).ToList();
        var validated = types.SelectMany(type => Closed(type, typeof(IValidator<>))).Select(validator => validator.GenericTypeArguments[0]).ToHashSet();
        foreach (var request in types.Where(type => Closed(type, typeof(IRequest<>)).Any()))
        {
            var isPublic = Closed(request, typeof(IPublicFlow<>)).Any();
            var isProtected = Closed(request, typeof(IProtectedFlow<>)).Any();
            if (isPublic == isProtected) yield return $"{request.FullName} must be either an IPublicFlow or an IProtectedFlow.";
            if (!validated.Contains(request)) yield return $"{request.FullName} has no validator.";
        }
    }

    private static IEnumerable<Type> Closed(Type type, Type generic) => type.GetInterfaces().Where(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == generic);
}
