namespace MechanismDsl.Theory.Priors;

/// <summary>A sum whose round-off does not grow with the number of terms (Neumaier 1974).</summary>
internal struct CompensatedSum
{
    private double _sum;
    private double _correction;

    /// <summary>The sum so far.</summary>
    public readonly double Value => _sum + _correction;

    /// <summary>Adds a finite term.</summary>
    public void Add(double term)
    {
        var next = _sum + term;
        _correction += Math.Abs(_sum) >= Math.Abs(term) ? (_sum - next) + term : (term - next) + _sum;
        _sum = next;
    }
}
