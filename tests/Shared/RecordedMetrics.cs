using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using CognitoAuth.Application.Pipeline.Observability;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.Tests.Shared;

/// <summary>Records the metrics of one meter factory. Other tests have their own factories.</summary>
internal sealed class RecordedMetrics : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<Measured> _all = new();
    private readonly ConcurrentDictionary<string, Instrument> _instruments = new(StringComparer.Ordinal);

    public RecordedMetrics(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name != Telemetry.Name || !ReferenceEquals(instrument.Meter.Scope, meters)) return;
            _instruments[instrument.Name] = instrument;
            listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, labels, _) => Add(instrument, value, labels));
        _listener.SetMeasurementEventCallback<long>((instrument, value, labels, _) => Add(instrument, value, labels));
        _listener.SetMeasurementEventCallback<int>((instrument, value, labels, _) => Add(instrument, value, labels));
        _listener.Start();
    }

    /// <summary>All measurements, in order.</summary>
    public IReadOnlyList<Measured> All => [.. _all];

    /// <summary>All published instruments.</summary>
    public IEnumerable<Instrument> Instruments => _instruments.Values;

    /// <summary>A factory without listeners.</summary>
    public static IMeterFactory NoMeters() => new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();

    /// <summary>The labels of an instrument's measurements, in order: <c>flow=SignInCommand outcome=Succeeded</c>.</summary>
    public IReadOnlyList<string> Of(string instrument) => [.. _all.Where(measured => measured.Instrument == instrument).Select(measured => measured.Labels)];

    /// <summary>The current value of a gauge; <see langword="null"/> when it has none.</summary>
    public double? Gauge(string instrument) => Gauges(instrument).SingleOrDefault()?.Value;

    /// <summary>The current values of a gauge, one per combination of labels.</summary>
    public IReadOnlyList<Measured> Gauges(string instrument)
    {
        var before = _all.Count;
        _listener.RecordObservableInstruments();
        return [.. _all.Skip(before).Where(measured => measured.Instrument == instrument)];
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> labels) =>
        _all.Enqueue(new Measured(instrument.Name, value, string.Join(' ', labels.ToArray().Select(label => string.Create(CultureInfo.InvariantCulture, $"{label.Key}={label.Value}")))));
}

internal sealed record Measured(string Instrument, double Value, string Labels);
