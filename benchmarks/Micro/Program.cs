using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CognitoAuth.Benchmarks.Micro;

// Not for people: how a benchmark starts the server that it calls, as a process of its own.
if (args is [CognitoStub.Command])
{
    await CognitoStub.Serve();
    return;
}

// In this process: the usual way builds the whole solution once more for each run, with all analyzers, which on two busy cores takes longer than the two minutes it is given.
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(
    args,
    DefaultConfig.Instance.AddDiagnoser(MemoryDiagnoser.Default).AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).AsMutator()));
