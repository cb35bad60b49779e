using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>
/// The variables of a running rule, one store for each kind of value, so that nothing is boxed; and how the run stands. A frame is used for many
/// runs and by one thread.
/// </summary>
internal sealed class Frame
{
    /// <summary>Iterations of loops that one run may use; a rule for 64 agents with three nested loops needs 300,000.</summary>
    public const int Fuel = 1_000_000;

    /// <summary>Array elements that one run may create.</summary>
    public const int Memory = 1_000_000;

    // A run has at most this many branches on record: the first ones decide.
    private const int LongestTrace = 20_000;

    private readonly List<ArrayValue>[] _arrays = [[], [], [], [], []];
    private readonly int[] _used = new int[5];
    private int _steps;
    private int _elements;

    public Frame(int variables)
    {
        Doubles = new double[variables];
        Longs = new long[variables];
        Decimals = new decimal[variables];
        Arrays = new ArrayValue?[variables];
    }

    /// <summary>The double variables, by their numbers.</summary>
    public double[] Doubles { get; }

    /// <summary>The boolean and integer variables, by their numbers.</summary>
    public long[] Longs { get; }

    /// <summary>The decimal variables, by their numbers.</summary>
    public decimal[] Decimals { get; }

    /// <summary>The array variables, by their numbers.</summary>
    public ArrayValue?[] Arrays { get; }

    /// <summary>True once the run has to end: it failed or is exhausted.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>The name of the exception's type, if the run failed.</summary>
    public string? Failure { get; private set; }

    /// <summary>The branches taken, in order; filled by rules compiled for tracing.</summary>
    public List<(int Site, bool Taken)> Trace { get; } = [];

    /// <summary>Asked every 256 steps.</summary>
    public CancellationToken Cancellation { get; set; }

    public RunStatus Status => !HasEnded ? RunStatus.Completed : Failure is null ? RunStatus.Exhausted : RunStatus.Failed;

    /// <summary>Makes the frame ready for another run: every variable is zero and every array is free.</summary>
    public void Reset()
    {
        Array.Clear(Doubles, 0, Doubles.Length);
        Array.Clear(Longs, 0, Longs.Length);
        Array.Clear(Decimals, 0, Decimals.Length);
        Array.Clear(Arrays, 0, Arrays.Length);
        Array.Clear(_used, 0, _used.Length);
        HasEnded = false;
        Failure = null;
        _steps = 0;
        _elements = 0;
        Trace.Clear();
    }

    /// <summary>Notes the first failure of the run; its value is never used.</summary>
    public void Fail(string exception)
    {
        if (!HasEnded)
        {
            HasEnded = true;
            Failure = exception;
        }
    }

    /// <summary>Counts an iteration; false if the run has to end.</summary>
    public bool Step()
    {
        _steps++;
        if ((_steps & 255) == 0)
        {
            Cancellation.ThrowIfCancellationRequested();
        }

        HasEnded |= _steps >= Fuel;
        return !HasEnded;
    }

    /// <summary>A new array of zeros.</summary>
    public ArrayValue NewArray(ScalarKind kind, long length)
    {
        if (length < 0)
        {
            Fail(nameof(OverflowException));
            length = 0;
        }

        if (_elements + length > Memory)
        {
            HasEnded = true;
            length = 0;
        }

        _elements += (int)length;
        var pool = _arrays[(int)kind];
        var position = _used[(int)kind]++;
        if (position == pool.Count)
        {
            pool.Add(new ArrayValue(kind, (int)length));
        }
        else if (pool[position].Capacity < length)
        {
            pool[position] = new ArrayValue(kind, (int)length);
        }

        var array = pool[position];
        array.Clear((int)length);
        return array;
    }

    /// <summary>The array that a variable refers to.</summary>
    public ArrayValue ArrayAt(int variable)
    {
        var array = Arrays[variable];
        if (array is not null)
        {
            return array;
        }

        Fail(nameof(NullReferenceException));
        return ArrayValue.Nothing;
    }

    /// <summary>Gives a scalar variable the value of an array's cell.</summary>
    public void Assign(Variable variable, ArrayValue cells, int index)
    {
        switch (variable.Kind)
        {
            case ScalarKind.Double:
                Doubles[variable.Index] = cells.Doubles[index];
                break;
            case ScalarKind.Decimal:
                Decimals[variable.Index] = cells.Decimals[index];
                break;
            default:
                Longs[variable.Index] = cells.Longs[index];
                break;
        }
    }

    /// <summary>The value of a scalar variable.</summary>
    public Scalar Read(Variable variable) => variable.Kind switch
    {
        ScalarKind.Double => Scalar.Of(Doubles[variable.Index]),
        ScalarKind.Decimal => Scalar.Of(Decimals[variable.Index]),
        ScalarKind.Boolean => Scalar.Of(Longs[variable.Index] != 0),
        ScalarKind.Int32 => Scalar.Of((int)Longs[variable.Index]),
        _ => Scalar.Of(Longs[variable.Index]),
    };

    /// <summary>Notes a branch.</summary>
    public void Record(int site, bool taken)
    {
        if (Trace.Count < LongestTrace)
        {
            Trace.Add((site, taken));
        }
    }
}
